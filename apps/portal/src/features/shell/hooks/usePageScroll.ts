'use client';

import { usePathname } from 'next/navigation';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Pages whose place is remembered; against growth in a tab that lives for weeks. */
const most = 100;

/**
 * Does for a scrolling element what browsers do for the window: a new page begins at its top, the back and forward
 * buttons return to where one was.
 */
export function usePageScroll(element: RefObject<HTMLElement | null>): void {
  const path = usePathname();
  const places = useRef(new Map<string, number>());
  const isReturn = useRef(false);
  useEffect(() => {
    const onPopState = () => {
      isReturn.current = true;
    };
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  useLayoutEffect(() => {
    const page = element.current;
    if (!page) return;
    page.scrollTop = isReturn.current ? (places.current.get(path) ?? 0) : 0;
    isReturn.current = false;
    const remember = () => {
      places.current.delete(path);
      places.current.set(path, page.scrollTop);
      const [oldest] = places.current.keys();
      if (places.current.size > most && oldest !== undefined) places.current.delete(oldest);
    };
    page.addEventListener('scroll', remember, { passive: true });
    return () => page.removeEventListener('scroll', remember);
  }, [element, path]);
}
