'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { Editor } from '@tiptap/core';
import { lazy, type RefObject, Suspense, useLayoutEffect, useRef } from 'react';
import { ImageForm } from './ImageForm';
import { LinkForm } from './LinkForm';

const PopoverOverlay = lazy(() =>
  import('@hemicycle/ui/PopoverOverlay').then((module) => ({ default: module.PopoverOverlay })),
);

export type EditorForm = 'link' | 'image';

export interface EditorFormsProps {
  readonly editor: Editor;
  readonly page: RefObject<HTMLElement | null>;
  readonly form: EditorForm | null;
  readonly onClose: () => void;
}

/** The small form of what is selected, beside it. */
export function EditorForms({ editor, page, form, onClose }: EditorFormsProps) {
  const t = useTranslations('documents.context');
  const anchor = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!form || !anchor.current || !page.current) return;
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
    const around = page.current.getBoundingClientRect();
    anchor.current.style.left = `${left - around.left}px`;
    anchor.current.style.top = `${top - around.top}px`;
    anchor.current.style.height = `${bottom - top}px`;
  }, [editor, page, form]);
  return (
    <>
      <span ref={anchor} aria-hidden="true" className="pointer-events-none absolute w-px" />
      {form && (
        <Suspense>
          <PopoverOverlay
            triggerRef={anchor}
            label={t(form)}
            isOpen
            onOpenChange={(isOpen) => {
              if (isOpen) return;
              onClose();
              editor.commands.focus();
            }}
            placement="bottom start"
          >
            {form === 'link' ? (
              <LinkForm editor={editor} onDone={onClose} />
            ) : (
              <ImageForm editor={editor} onDone={onClose} />
            )}
          </PopoverOverlay>
        </Suspense>
      )}
    </>
  );
}
