'use client';

import type { Page } from '@hemicycle/contracts';
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ApiProblem } from '../ApiProblem';
import { api } from '../api';
import type { AnyInput } from '../apiRequest';
import { apiKey, type ReadRoute } from '../useApiQuery';

export interface SeededList<T> {
  readonly route: ReadRoute;
  /** Parameters and query, without the cursor. */
  readonly input: AnyInput;
  /** The first page, as the server read it for this page; absent when the input changed since. */
  readonly initial?: Page<T> | undefined;
}

export interface ShownList<T> {
  readonly items: readonly T[];
  /** Nothing was read yet. */
  readonly isPending: boolean;
  readonly error: ApiProblem | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Shown items belong to an older input, while those of the new one are read. */
  readonly isOld: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** Cache key of a paged list; begins like the plain read's, so that the route alone invalidates both. */
export function listKey(route: ReadRoute, input: AnyInput): readonly unknown[] {
  return [...apiKey(route, input), 'pages'];
}

/** A paged list, seeded with the page the server read. What is shown stays until the next answer is there. */
export function useSeededList<T>({ route, input, initial }: SeededList<T>): ShownList<T> {
  const queries = useQueryClient();
  const queryKey = listKey(route, input);
  const text = JSON.stringify(queryKey);
  const known = useRef(queries.getQueryState(queryKey) !== undefined);
  const seed = useMemo(() => initial && { pages: [initial], pageParams: [undefined] }, [initial]);
  // Lists of different routes are moved by the same code; the caller names the item.
  const read = api as unknown as (
    route: ReadRoute,
    input: AnyInput & { signal: AbortSignal },
  ) => Promise<Page<T>>;

  const query = useInfiniteQuery<
    Page<T>,
    ApiProblem,
    InfiniteData<Page<T>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      read(route, { ...input, query: { ...input.query, cursor: pageParam }, signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
    ...(seed && { initialData: () => seed }),
  });

  useLayoutEffect(() => {
    if (!seed) return;
    if (!known.current) {
      known.current = true;
      return;
    }
    const key = JSON.parse(text) as readonly unknown[];
    queries.setQueryData(key, seed);
    void queries.invalidateQueries({ queryKey: key });
  }, [queries, text, seed]);

  return {
    items: useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]),
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    isOld: query.isPlaceholderData,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
