'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { DocumentSession } from './useDocumentSession';

/** False once the server has said that this person only reads: sooner than the document's abilities are read again. */
export function useWrites(session: DocumentSession | null): boolean {
  const subscribe = useCallback(
    (listener: () => void) => session?.connection.onStatus(listener) ?? (() => undefined),
    [session],
  );
  return useSyncExternalStore(
    subscribe,
    () => session?.connection.writes ?? false,
    () => false,
  );
}
