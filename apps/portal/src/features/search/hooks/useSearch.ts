'use client';

import type { SearchResult } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';

/** Typing rests as long as between two letters of a quick hand. */
const restMs = 120;

interface Answer {
  readonly answers: string;
  readonly result: SearchResult;
}

export interface Search {
  readonly result: SearchResult | undefined;
  /** The query `result` was asked. */
  readonly answers: string;
  readonly isSearching: boolean;
  readonly failed: boolean;
}

/** Asks the server when typing rests. A question that was overtaken is cancelled. */
export function useSearch(query: string): Search {
  const typed = query.trim().slice(0, LIMITS.searchLength);
  const [q, setQ] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed]);

  const { data, isFetching, isError } = useQuery<Answer, ApiProblem>({
    queryKey: [...apiKey('GET /search', { query: { q } }), 'palette'],
    queryFn: async ({ signal }) => ({
      answers: q,
      result: await api('GET /search', { query: { q }, signal }),
    }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    // What was found a moment ago may be shown again while it is asked anew.
    staleTime: 0,
    gcTime: 30_000,
  });
  const isEmpty = typed === '';
  return {
    result: isEmpty ? undefined : data?.result,
    answers: data?.answers ?? '',
    isSearching: !isEmpty && (isFetching || typed !== q),
    failed: !isEmpty && isError,
  };
}
