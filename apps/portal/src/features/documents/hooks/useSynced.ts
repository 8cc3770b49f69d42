'use client';

import { useEffect, useState } from 'react';
import type { DocumentSession } from './useDocumentSession';

/** True once everything the server has was received: before, an empty page would be a lie. */
export function useSynced(session: DocumentSession | null): boolean {
  const [synced, setSynced] = useState(false);
  useEffect(() => {
    setSynced(session?.connection.synced ?? false);
    return session?.connection.onSynced(() => setSynced(true));
  }, [session]);
  return synced;
}
