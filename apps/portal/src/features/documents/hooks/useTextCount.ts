'use client';

import { useLocale } from '@hemicycle/i18n/client';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { countText, type TextCount } from '../lib/countText';
import { leafText } from '../lib/leafText';

/** Counting a long document takes milliseconds: it waits until typing rests. Milliseconds. */
const REST = 400;

/** Words and characters of the document, or of what is selected. */
export function useTextCount(editor: Editor | null): TextCount & { readonly ofSelection: boolean } {
  const locale = useLocale();
  const [count, setCount] = useState({ words: 0, characters: 0, ofSelection: false });
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const { doc, selection } = editor.state;
      const ofSelection = !selection.empty;
      const [from, to] = ofSelection ? [selection.from, selection.to] : [0, doc.content.size];
      setCount({ ...countText(doc.textBetween(from, to, '\n', leafText), locale), ofSelection });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST);
    };
    read();
    editor.on('update', soon);
    editor.on('selectionUpdate', soon);
    return () => {
      clearTimeout(timer);
      editor.off('update', soon);
      editor.off('selectionUpdate', soon);
    };
  }, [editor, locale]);
  return count;
}
