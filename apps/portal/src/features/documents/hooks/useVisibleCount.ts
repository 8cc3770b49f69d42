'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import { fittingCount } from '../lib/fittingCount';

/**
 * How many buttons fit into a row beside one more button (the menu with the rest). Read from the row's width and the
 * size of its first button, so that it holds for a finger's larger buttons too. `linesBefore[n]`: dividing lines
 * among the first `n` buttons.
 */
export function useVisibleCount(row: RefObject<HTMLElement | null>, linesBefore: readonly number[]): number {
  const [count, setCount] = useState(linesBefore.length - 1);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const button = element.querySelector('button')?.offsetWidth ?? 36;
      setCount(fittingCount(element.clientWidth, button, linesBefore));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [row, linesBefore]);
  return count;
}
