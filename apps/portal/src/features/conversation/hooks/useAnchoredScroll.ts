'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface AnchoredScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** The end is in view and stays so when something is added. */
  readonly atEnd: boolean;
  readonly toEnd: () => void;
  /** Puts an element at a share of the height from the top, and lets go of the end. */
  readonly toElement: (element: Element, share: number) => void;
  readonly onScroll: () => void;
}

/** Closer than this to the end counts as at the end. Pixels. */
const END = 48;

/**
 * Keeps a growing list still: at the end it stays at the end, anywhere else the first row in view stays where it is,
 * whatever is added above or changes its height. `[data-row]` marks the rows; `reachesEnd` false: the list's last row
 * is not the last there is.
 */
export function useAnchoredScroll(version: unknown, reachesEnd: boolean): AnchoredScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  const anchor = useRef<{ key: string; top: number } | null>(null);
  const [atEnd, setAtEnd] = useState(true);

  const remember = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const edge = box.getBoundingClientRect().top;
    const row = [...box.querySelectorAll<HTMLElement>('[data-row]')].find(
      (element) => element.getBoundingClientRect().bottom > edge,
    );
    anchor.current = row ? { key: row.dataset.row ?? '', top: row.getBoundingClientRect().top - edge } : null;
    const left = box.scrollHeight - box.scrollTop - box.clientHeight;
    follow.current = reachesEnd && left < END;
    setAtEnd(follow.current);
  }, [reachesEnd]);

  const settle = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    if (follow.current && reachesEnd) {
      box.scrollTop = box.scrollHeight;
      return;
    }
    const { current } = anchor;
    const row = current && box.querySelector<HTMLElement>(`[data-row="${CSS.escape(current.key)}"]`);
    if (!row) return;
    const moved = row.getBoundingClientRect().top - box.getBoundingClientRect().top - current.top;
    if (Math.abs(moved) >= 1) box.scrollTop += moved;
  }, [reachesEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the rows are others
  useLayoutEffect(() => {
    settle();
    remember();
  }, [version, settle, remember]);

  useEffect(() => {
    if (!content.current || !scroller.current) return;
    const watch = new ResizeObserver(settle);
    watch.observe(content.current);
    watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [settle]);

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    follow.current = true;
    box.scrollTop = box.scrollHeight;
    remember();
  }, [remember]);

  const toElement = useCallback(
    (element: Element, share: number) => {
      const box = scroller.current;
      if (!box) return;
      follow.current = false;
      const offset = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
      box.scrollTop += offset - box.clientHeight * share;
      remember();
    },
    [remember],
  );
  return { scroller, content, atEnd, toEnd, toElement, onScroll: remember };
}
