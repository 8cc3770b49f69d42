'use client';

import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useEvents } from '../events/useEvents';
import { type Coalescer, createCoalescer } from './createCoalescer';
import { eventsOf, isStaled, type Read } from './staleReads';

/** Reads a cached answer anew, seldom enough, when a live event may have changed it. */
export function useInvalidation(read: Read, queryKey: QueryKey, meId: string): void {
  const queries = useQueryClient();
  const coalescer = useRef<Coalescer>(undefined);
  const key = JSON.stringify(queryKey);

  useEffect(() => {
    const own = createCoalescer({
      run: () => queries.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey }),
      delayMs: 80,
      restMs: 500,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      now: () => performance.now(),
    });
    coalescer.current = own;
    return () => own.stop();
  }, [queries, key]);

  useEvents(eventsOf(read.of), (event) => {
    if (isStaled(read, event, meId)) coalescer.current?.ask();
  });
}
