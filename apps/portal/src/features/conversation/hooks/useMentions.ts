'use client';

import type { PersonSummary } from '@hemicycle/contracts';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useApiQuery } from '@/lib/useApiQuery';
import { matchPeople } from '../composer/matchPeople';
import { mentionQuery } from '../composer/mentionQuery';

/** More than this is a list to read, not to pick from. */
const SHOWN = 6;

export interface Mentions {
  readonly people: readonly PersonSummary[];
  readonly active: number;
  /** Where the `@` stands whose name is being typed. */
  readonly at: number;
  /** The caret moved or the text changed. */
  readonly look: (text: string, caret: number) => void;
  readonly close: () => void;
  /** Takes the keys of an open list; true when it did. */
  readonly onKey: (event: KeyboardEvent, pick: (person: PersonSummary) => void) => boolean;
}

/** The list of members that opens while a name is typed after an `@`. `wanted`: somebody is at the composer. */
export function useMentions(spaceId: string, wanted: boolean): Mentions {
  const { data } = useApiQuery('GET /spaces/{spaceId}/members', { params: { spaceId } }, { enabled: wanted });
  const [typed, setTyped] = useState<{ at: number; query: string } | null>(null);
  const [active, setActive] = useState(0);
  const people = useMemo(() => {
    if (typed === null) return [];
    return matchPeople(
      (data?.items ?? []).map(({ person }) => person),
      typed.query,
      SHOWN,
    );
  }, [data, typed]);
  const close = () => setTyped(null);
  return {
    people,
    active: Math.min(active, Math.max(0, people.length - 1)),
    at: typed?.at ?? 0,
    look(text, caret) {
      const next = mentionQuery(text, caret);
      if (next?.query !== typed?.query || next?.at !== typed?.at) {
        setTyped(next);
        setActive(0);
      }
    },
    close,
    onKey(event, pick) {
      if (people.length === 0) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const chosen = people[Math.min(active, people.length - 1)];
      if (step !== undefined) setActive((now) => (now + step + people.length) % people.length);
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) pick(chosen);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
