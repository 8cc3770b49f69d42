'use client';

import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

type Announce = (words: string, urgent?: boolean) => void;
const AnnounceContext = createContext<Announce>(() => {});

/** Says something to screen readers without moving focus: arrivals, results, saved states. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Two live regions that exist before anything is said in them; without that, readers stay silent. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((words, urgent = false) => {
    const region = urgent ? assertive.current : polite.current;
    if (!region) return;
    // A new node each time: the same words said twice are read twice. Old ones go, so that the region stays small.
    const line = document.createElement('p');
    line.textContent = words;
    while (region.childElementCount > 4) region.firstElementChild?.remove();
    region.append(line);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={polite} role="status" aria-live="polite" className="sr-only" />
      <div ref={assertive} role="alert" aria-live="assertive" className="sr-only" />
    </AnnounceContext>
  );
}
