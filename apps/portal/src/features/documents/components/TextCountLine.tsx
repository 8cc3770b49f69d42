'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { Editor } from '@tiptap/core';
import { useTextCount } from '../hooks/useTextCount';

/** Words and characters, of the selection while there is one. */
export function TextCountLine({ editor }: { readonly editor: Editor }) {
  const t = useTranslations('documents.count');
  const { words, characters, ofSelection } = useTextCount(editor);
  return (
    <p className="px-2.5 py-2 text-sm text-ink-3 tabular">
      {t(ofSelection ? 'selection' : 'all', { words, characters })}
    </p>
  );
}
