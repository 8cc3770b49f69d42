'use client';

import { useContext, useEffect, useRef } from 'react';
import { EventsContext } from './eventsContext';

/** Calls `handler` whenever events may have been missed, for state that is not in the query cache: read it anew. */
export function useEventsReset(handler: () => void): void {
  const { bus } = useContext(EventsContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => bus?.onReset(() => latest.current()), [bus]);
}
