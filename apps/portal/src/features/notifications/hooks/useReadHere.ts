'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { useReadNotifications } from './useReadNotifications';

const PLACE = /^\/(documents|spaces)\/([\da-f-]{36})$/;

/** Whoever has the document or the space before them need not be told of it any more. */
export function useReadHere(unread: number): void {
  const path = usePathname();
  const read = useReadNotifications();
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is, and that something came, is all it hangs on
  useEffect(() => {
    const [, kind, id] = PLACE.exec(path) ?? [];
    if (unread === 0 || id === undefined) return;
    read(kind === 'documents' ? { documentId: id } : { spaceId: id });
  }, [path, unread]);
}
