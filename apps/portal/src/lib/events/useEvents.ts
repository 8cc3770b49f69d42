'use client';

import type { LiveEvent, LiveEventType } from '@hemicycle/contracts';
import { useContext, useEffect, useRef } from 'react';
import { EventsContext } from './eventsContext';

type EventOf<T extends LiveEventType> = Extract<LiveEvent, { type: T }>;

/** Calls `handler` for each live event of these types while the component is there. */
export function useEvents<const T extends LiveEventType>(
  types: readonly T[],
  handler: (event: EventOf<T>) => void,
): void {
  const { bus } = useContext(EventsContext);
  const latest = useRef({ types, handler });
  useEffect(() => {
    latest.current = { types, handler };
  });
  useEffect(
    () =>
      bus?.onEvent((event) => {
        const wanted: readonly string[] = latest.current.types;
        if (wanted.includes(event.type)) latest.current.handler(event as EventOf<T>);
      }),
    [bus],
  );
}
