'use client';

import type { DocumentStatus } from '@hemicycle/collab/provider';
import { useCallback, useSyncExternalStore } from 'react';
import type { DocumentSession } from './useDocumentSession';

/** How things stand with what was written, as the line to the server tells it. */
export function useSaveStatus(session: DocumentSession | null): DocumentStatus {
  const subscribe = useCallback(
    (listener: () => void) => session?.connection.onStatus(listener) ?? (() => {}),
    [session],
  );
  return useSyncExternalStore(
    subscribe,
    () => session?.connection.status ?? 'connecting',
    () => 'connecting' as const,
  );
}
