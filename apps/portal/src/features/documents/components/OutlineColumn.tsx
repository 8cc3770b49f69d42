'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { Editor } from '@tiptap/core';
import type { Outline } from '../hooks/useOutline';
import { OutlineList } from './OutlineList';
import { TextCountLine } from './TextCountLine';

/** Beside the page where there is room; elsewhere the outline is in the menu. */
export function OutlineColumn({ outline, editor }: { readonly outline: Outline; readonly editor: Editor }) {
  const t = useTranslations('documents.outline');
  return (
    <div className="document-outline">
      <nav aria-label={t('title')} className="min-h-0 overflow-y-auto">
        <h2 className="px-2.5 pb-2.5 text-sm font-semibold text-ink-3">{t('title')}</h2>
        <OutlineList outline={outline} />
      </nav>
      <div className="mt-3 border-t border-line pt-1.5">
        <TextCountLine editor={editor} />
      </div>
    </div>
  );
}
