'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** Space of a dividing line with its margins, as drawn in the toolbar. Pixels. */
const LINES = 3 * 13;
const GAP = 2;

/**
 * How many of `total` buttons fit into a row beside one more button (the menu with the rest). Read from the row's
 * width and the size of its first button, so that it holds for a finger's larger buttons too.
 */
export function useVisibleCount(row: RefObject<HTMLElement | null>, total: number): number {
  const [count, setCount] = useState(total);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const button = (element.querySelector('button')?.offsetWidth ?? 36) + GAP;
      setCount(Math.max(0, Math.min(total, Math.floor((element.clientWidth - LINES) / button) - 1)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [row, total]);
  return count;
}
