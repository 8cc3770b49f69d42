'use client';

import type { Document } from '@hemicycle/contracts';
import { useState } from 'react';
import { useMe } from '@/features/shell';
import type { ApiProblem } from '@/lib/ApiProblem';
import { useEvents } from '@/lib/events/useEvents';
import { useApiQuery } from '@/lib/useApiQuery';
import { type Unavailable, unavailableOf } from '../lib/unavailable';

export type OpenDocumentState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ApiProblem }
  | { readonly kind: 'unavailable'; readonly reason: Unavailable }
  | { readonly kind: 'trashed'; readonly document: Document }
  | { readonly kind: 'open'; readonly document: Document };

export interface OpenedDocument {
  readonly documentId: string;
  readonly state: OpenDocumentState;
  /** Raised with each fresh start: a new copy is opened then. */
  readonly generation: number;
  readonly close: (code: number) => void;
  readonly retry: () => void;
}

/**
 * A document as far as it may be shown, kept true by events. When rights go, what was shown goes with them: the state
 * is then `unavailable`, also while an older answer is still in the cache.
 */
export function useOpenDocument(documentId: string, initial?: Document): OpenedDocument {
  const me = useMe();
  const [closedBy, setClosedBy] = useState<number | null>(null);
  const [generation, setGeneration] = useState(0);
  const query = useApiQuery(
    'GET /documents/{documentId}',
    { params: { documentId } },
    initial ? { initialData: initial } : {},
  );
  const document = query.data;
  useEvents(['document.changed', 'access.changed', 'members.changed'], (event) => {
    const concerned =
      event.type === 'document.changed'
        ? event.change !== 'edited' && isAbout(event.documentId, documentId, document)
        : event.userId === me.id;
    if (concerned) void query.refetch();
  });
  return {
    documentId,
    state: stateOf(document, query.error, closedBy),
    generation,
    close: setClosedBy,
    retry() {
      setClosedBy(null);
      setGeneration((before) => before + 1);
      void query.refetch();
    },
  };
}

function isAbout(changed: string, documentId: string, document: Document | undefined): boolean {
  return changed === documentId || (document?.ancestors.some(({ id }) => id === changed) ?? false);
}

function stateOf(
  document: Document | undefined,
  error: ApiProblem | null,
  closedBy: number | null,
): OpenDocumentState {
  if (error?.status === 401) return { kind: 'unavailable', reason: 'signedOut' };
  if (error && (error.status === 403 || error.status === 404)) {
    return { kind: 'unavailable', reason: document ? 'lost' : 'missing' };
  }
  if (document?.trashedAt) return { kind: 'trashed', document };
  if (closedBy !== null) return { kind: 'unavailable', reason: unavailableOf(closedBy) };
  if (document) return { kind: 'open', document };
  return error ? { kind: 'failed', error } : { kind: 'loading' };
}
