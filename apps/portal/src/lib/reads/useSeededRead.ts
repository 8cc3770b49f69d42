'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import type { ApiInput, ApiResponse } from '../apiRequest';
import { apiKey, type ReadRoute, useApiQuery } from '../useApiQuery';
import type { Read } from './staleReads';
import { useInvalidation } from './useInvalidation';

export interface SeededRead<K extends ReadRoute> {
  readonly route: K;
  readonly input: ApiInput<K>;
  /** What the server read for this page. */
  readonly initial: ApiResponse<K>;
  readonly read: Read;
  readonly meId: string;
}

/**
 * What the server read for this page, then kept true. A page that is come back to may bring an answer older or newer
 * than the cache's, so it is shown at once and read anew.
 */
export function useSeededRead<K extends ReadRoute>({ route, input, initial, read, meId }: SeededRead<K>) {
  const queries = useQueryClient();
  const key = apiKey(route, input);
  const text = JSON.stringify(key);
  const known = useRef(queries.getQueryState(key) !== undefined);
  const query = useApiQuery(route, input, { initialData: initial });
  useInvalidation(read, key, meId);

  useLayoutEffect(() => {
    const queryKey = JSON.parse(text) as readonly unknown[];
    if (!known.current) {
      known.current = true;
      return;
    }
    queries.setQueryData(queryKey, initial);
    void queries.invalidateQueries({ queryKey });
  }, [queries, text, initial]);

  return query;
}
