'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ExternalLink, Image, Pencil, Table } from '@hemicycle/ui/icons';
import { MenuButton } from '@hemicycle/ui/MenuButton';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTableActions } from '../hooks/useTableActions';
import { linkAddress } from '../lib/linkAddress';

type Context =
  | { readonly kind: 'image'; readonly at: number }
  | { readonly kind: 'link'; readonly at: number; readonly href: string }
  | { readonly kind: 'table'; readonly at: number };

export interface ContextBarProps {
  readonly editor: Editor;
  /** What it is placed in, so that it moves with the text. */
  readonly page: RefObject<HTMLElement | null>;
  readonly onLink: () => void;
  readonly onImage: () => void;
}

/** A small bar by the link, picture or table the cursor is in. Everything on it is in the toolbar, too, for keyboards and narrow pages. */
export function ContextBar({ editor, page, onLink, onImage }: ContextBarProps) {
  const t = useTranslations('documents.context');
  const table = useTableActions(editor);
  const bar = useRef<HTMLDivElement>(null);
  const context = useEditorState({ editor, selector: ({ editor: at }) => contextOf(at) });
  const version = useEditorState({ editor, selector: ({ editor: at }) => at.state.doc.content.size });
  // biome-ignore lint/correctness/useExhaustiveDependencies: text that grows above moves it
  useLayoutEffect(() => {
    if (context && bar.current && page.current) place(editor, bar.current, page.current, context);
  }, [editor, context, page, version]);
  if (!context || !editor.isEditable) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t(context.kind)}
      className="absolute z-10 flex items-center [&[hidden]]:hidden gap-0.5 rounded-m border border-line bg-surface p-0.5 font-sans text-base shadow-2 animate-fade forced-line"
    >
      {context.kind === 'link' && (
        <>
          {linkAddress(context.href) && (
            <a
              href={context.href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              title={context.href}
              className="flex min-h-8 max-w-56 items-center gap-1.5 rounded-s px-2 text-sm font-medium text-primary-ink no-underline hover:bg-hover"
            >
              <ExternalLink className="size-4" />
              <span className="truncate">{context.href.replace(/^(https?:\/\/|mailto:)/, '')}</span>
            </a>
          )}
          <Button size="s" variant="quiet" icon={<Pencil className="size-4" />} onPress={onLink}>
            {t('edit')}
          </Button>
        </>
      )}
      {context.kind === 'image' && (
        <Button size="s" variant="quiet" icon={<Image className="size-4" />} onPress={onImage}>
          {t('imageEdit')}
        </Button>
      )}
      {context.kind === 'table' && (
        <MenuButton
          iconOnly
          size="s"
          variant="quiet"
          label={t('tableEdit')}
          icon={<Table className="size-4" />}
          items={table()}
        />
      )}
    </div>
  );
}

function contextOf(editor: Editor): Context | null {
  const { selection } = editor.state;
  if (editor.isActive('image')) return { kind: 'image', at: selection.from };
  if (editor.isActive('link') && selection.empty) {
    return { kind: 'link', at: selection.from, href: String(editor.getAttributes('link').href ?? '') };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'table') return { kind: 'table', at: $from.before(depth) };
  }
  return null;
}

/** Where it covers no text: in a picture's corner, in the margin beside a table. A link's is below its line. */
function place(editor: Editor, bar: HTMLElement, page: HTMLElement, context: Context): void {
  const around = page.getBoundingClientRect();
  const width = bar.offsetWidth;
  const move = (left: number, top: number) => {
    bar.style.left = `${Math.max(8, Math.min(left - around.left, around.width - width - 8))}px`;
    bar.style.top = `${top - around.top}px`;
  };
  if (context.kind === 'link') {
    const { left, bottom } = editor.view.coordsAtPos(context.at);
    move(left, bottom + 6);
    return;
  }
  const node = editor.view.nodeDOM(context.at);
  if (!(node instanceof HTMLElement)) return;
  const box = (node.querySelector('table, img') ?? node).getBoundingClientRect();
  bar.hidden = context.kind === 'table' && box.right + 8 + width > around.right;
  if (context.kind === 'image') move(box.right - width - 8, box.top + 8);
  else move(box.right + 8, box.top);
}
