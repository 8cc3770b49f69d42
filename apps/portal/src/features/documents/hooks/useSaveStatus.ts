'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { type ShownStatus, shownStatus } from '../lib/shownStatus';
import type { DocumentSession } from './useDocumentSession';

/** How things stand with what was written, as the line to the server and this device's disk tell it. */
export function useSaveStatus(session: DocumentSession | null): ShownStatus {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [session?.connection.onStatus(listener), session?.copy?.onState(listener)];
      return () => {
        for (const end of ends) end?.();
      };
    },
    [session],
  );
  return useSyncExternalStore(
    subscribe,
    () => shownStatus(session?.connection.status ?? 'connecting', session?.copy?.state ?? null),
    () => 'connecting' as const,
  );
}
