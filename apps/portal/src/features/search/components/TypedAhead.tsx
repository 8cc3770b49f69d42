'use client';

import { type RefObject, useEffect } from 'react';

/** Against a key held down while nothing comes. Characters. */
const most = 100;

/** Stands in while the palette's code arrives: keeps what is typed meanwhile, so that a quick hand loses no letter. */
export function TypedAhead({ text }: { readonly text: RefObject<string> }) {
  useEffect(() => {
    text.current = '';
    const onKey = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (text.current.length < most) text.current += event.key;
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [text]);
  return null;
}
