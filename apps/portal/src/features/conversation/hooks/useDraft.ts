'use client';

import { useEffect, useState } from 'react';
import { type Draft, EMPTY_DRAFT, isEmptyDraft } from '../composer/Draft';
import { keptJson } from '../store/keptJson';

/** A draft that outlives the page, kept in this browser under `key`; null keeps it only while it is shown. */
export function useDraft(key: string | null, initial: Draft = EMPTY_DRAFT): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(initial);
  const [kept] = useState(() => (key === null ? null : keptJson<Draft>(key)));
  useEffect(() => {
    const found = kept?.read();
    if (found) setDraft(found);
  }, [kept]);
  const change = (next: Draft) => {
    setDraft(next);
    kept?.write(isEmptyDraft(next) ? null : next);
  };
  return [draft, change];
}
