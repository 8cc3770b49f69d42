'use client';

import { useEffect, useState } from 'react';

/** How often the server is looked for. Half of it is chance: a whole office loses its line at once. Milliseconds. */
const EVERY = 8_000;
/** Milliseconds. */
const PATIENCE = 5_000;

/** Whether the server answers, asked until it does; null before the first answer. */
export function useReachable(): boolean | null {
  const [reachable, setReachable] = useState<boolean | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async () => {
      clearTimeout(timer);
      const found = await answers();
      if (ended) return;
      setReachable(found);
      if (!found) timer = setTimeout(() => void look(), EVERY * (0.5 + Math.random() / 2));
    };
    const hurry = () => void look();
    window.addEventListener('online', hurry);
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
      window.removeEventListener('online', hurry);
    };
  }, []);
  return reachable;
}

async function answers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return (await fetch('/api/health/live', { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
