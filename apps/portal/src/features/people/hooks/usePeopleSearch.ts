'use client';

import type { Person } from '@hemicycle/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';
import { useDebounced } from './useDebounced';

/** More is a reason to type another letter. */
const offered = 8;
const restMs = 150;

export interface PeopleSearch {
  readonly people: readonly Person[];
  /** What was asked for: what is typed, once typing rests. */
  readonly asked: string;
  readonly isSearching: boolean;
  readonly failed: boolean;
}

/** People by the beginnings of their names' words, asked when typing rests; an older question is cancelled. */
export function usePeopleSearch(text: string, notInSpace: string | undefined): PeopleSearch {
  const typed = text.trim();
  const q = useDebounced(typed, restMs);
  const query = {
    ...(q !== '' && { q }),
    ...(notInSpace !== undefined && { notInSpace }),
    limit: offered * 2,
  };
  const { data, isFetching, isError } = useQuery<readonly Person[], ApiProblem>({
    queryKey: [...apiKey('GET /people', { query }), 'picker'],
    queryFn: async ({ signal }) => (await api('GET /people', { query, signal })).items,
    placeholderData: keepPreviousData,
  });
  return {
    people: data ?? [],
    asked: q,
    isSearching: isFetching || typed !== q,
    failed: isError,
  };
}
