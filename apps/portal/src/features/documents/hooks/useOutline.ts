'use client';

import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useState } from 'react';
import { currentHeading } from '../lib/currentHeading';
import { type OutlineEntry, outlineOf } from '../lib/outlineOf';

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** Index of the heading the reader is under; -1 without headings. */
  readonly current: number;
  readonly goTo: (entry: OutlineEntry) => void;
}

/** Where on the page one reads: below this many pixels from the top of the view. */
const READING_LINE = 120;
/** Typing should not wait for the outline. Milliseconds. */
const REST = 150;

/** The headings of the open document, and which of them is being read. */
export function useOutline(editor: Editor | null, scroller: RefObject<HTMLElement | null>): Outline {
  const [entries, setEntries] = useState<readonly OutlineEntry[]>([]);
  const [current, setCurrent] = useState(-1);

  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const next = outlineOf(editor.state.doc);
      setEntries((shown) => (JSON.stringify(shown) === JSON.stringify(next) ? shown : next));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST);
    };
    read();
    editor.on('update', soon);
    return () => {
      clearTimeout(timer);
      editor.off('update', soon);
    };
  }, [editor]);

  useEffect(() => {
    const view = scroller.current;
    if (!editor || !view) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = view.getBoundingClientRect().top;
      const tops = entries.map(({ pos }) => headingElement(editor, pos)?.getBoundingClientRect().top ?? 0);
      const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < 2 && view.scrollTop > 0;
      setCurrent(atEnd ? entries.length - 1 : currentHeading(tops, top + READING_LINE));
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      view.removeEventListener('scroll', onScroll);
    };
  }, [editor, entries, scroller]);

  const goTo = (entry: OutlineEntry) => {
    if (!editor) return;
    const element = headingElement(editor, entry.pos);
    if (editor.isEditable)
      editor
        .chain()
        .setTextSelection(entry.pos + 1)
        .run();
    element?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    if (editor.isEditable) editor.view.dom.focus({ preventScroll: true });
  };
  return { entries, current, goTo };
}

/** The heading's element; the position may be older than the document by one beat. */
function headingElement(editor: Editor, pos: number): HTMLElement | null {
  if (pos >= editor.state.doc.content.size) return null;
  const element = editor.view.nodeDOM(pos);
  return element instanceof HTMLElement ? element : null;
}
