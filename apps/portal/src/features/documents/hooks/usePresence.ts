'use client';

import type { StampedUser } from '@hemicycle/contracts';
import { useEffect, useState } from 'react';
import { presentPeople } from '../lib/presentPeople';
import type { DocumentSession } from './useDocumentSession';

/** The other people in the document. Changes only when somebody comes or goes, not with each move of a caret. */
export function usePresence(session: DocumentSession | null, meId: string): readonly StampedUser[] {
  const [people, setPeople] = useState<readonly StampedUser[]>([]);
  useEffect(() => {
    if (!session) return setPeople([]);
    const { awareness } = session;
    const read = () => {
      const next = presentPeople(awareness.getStates(), meId);
      setPeople((shown) => (JSON.stringify(shown) === JSON.stringify(next) ? shown : next));
    };
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [session, meId]);
  return people;
}
