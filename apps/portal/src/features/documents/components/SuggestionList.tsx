'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { cx } from '@hemicycle/ui/lib/cx';
import type { Editor } from '@tiptap/core';
import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { commandIcons } from '../editor/commandIcons';
import type { CommandId } from '../editor/editorCommands';
import type { MentionItem } from '../editor/mentionSource';
import type { OpenSuggestion, SuggestionItem, SuggestionStore } from '../editor/suggestionStore';

const GAP = 6;
const EDGE = 8;

/** The list beside the text cursor while `/` or `@` is typed. Focus stays in the text: the text points at the choice. */
export function SuggestionList({
  editor,
  store,
}: {
  readonly editor: Editor;
  readonly store: SuggestionStore;
}) {
  const t = useTranslations('documents.editor');
  const open = useSyncExternalStore(store.subscribe, store.current, () => null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;
  const active = open && open.items.length > 0 ? optionId(open.index) : null;

  useEffect(() => {
    const text = editor.view.dom;
    if (active) {
      text.setAttribute('aria-controls', listId);
      text.setAttribute('aria-activedescendant', active);
    } else {
      text.removeAttribute('aria-controls');
      text.removeAttribute('aria-activedescendant');
    }
  }, [editor, active, listId]);

  useLayoutEffect(() => {
    if (open && list.current) place(list.current, open);
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  if (!open) return null;
  return (
    <div
      ref={list}
      popover="manual"
      id={listId}
      role="listbox"
      aria-label={t(open.kind === 'slash' ? 'slashList' : 'mentionList')}
      className="fixed inset-auto m-0 max-h-80 w-72 max-w-[calc(100vw-16px)] overflow-y-auto rounded-m border border-line bg-surface p-1 text-ink shadow-2 forced-line"
    >
      {open.items.length === 0 && (
        <p className="px-2.5 py-2 text-sm text-ink-3">
          {t(open.kind === 'slash' ? 'slashNone' : 'mentionNone')}
        </p>
      )}
      {open.items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text, which points here by aria-activedescendant
        <div
          key={item.id}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === open.index}
          className={cx(
            'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1.5 select-none touch:min-h-11 [&_svg.lucide]:text-ink-3',
            index === open.index && 'bg-hover',
          )}
          onPointerMove={() => index !== open.index && store.point(index)}
          // The text must keep its selection.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => open.choose(item)}
        >
          <ItemPicture kind={open.kind} item={item} />
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.detail && <span className="max-w-[45%] truncate text-xs text-ink-3">{item.detail}</span>}
        </div>
      ))}
    </div>
  );
}

function ItemPicture({
  kind,
  item,
}: {
  readonly kind: OpenSuggestion['kind'];
  readonly item: SuggestionItem;
}) {
  if (kind === 'slash') return commandIcons[item.id as CommandId];
  return <Avatar name={item.label} hue={(item as MentionItem).hue} size="s" />;
}

/** In the top layer, so that nothing clips it; above the line when there is no room below. */
function place(element: HTMLElement, open: OpenSuggestion): void {
  if (!element.matches(':popover-open')) element.showPopover();
  const rect = open.rect();
  if (!rect) return;
  const { width, height } = element.getBoundingClientRect();
  const below = rect.bottom + GAP;
  const top = below + height > innerHeight - EDGE ? Math.max(EDGE, rect.top - height - GAP) : below;
  element.style.left = `${Math.max(EDGE, Math.min(rect.left, innerWidth - width - EDGE))}px`;
  element.style.top = `${top}px`;
}
