'use client';

import type { RouteKey } from '@hemicycle/contracts';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ApiProblem } from './ApiProblem';
import { api } from './api';
import type { AnyInput, ApiInput, ApiResponse } from './apiRequest';

/** Only reads have a place in the cache. */
export type ReadRoute = Extract<RouteKey, `GET ${string}`>;

/** Cache key of a read: `['GET /spaces/{spaceId}', params, query]`. The route alone invalidates all its reads. */
export function apiKey(route: ReadRoute, input: AnyInput = {}): readonly unknown[] {
  return [route, input.params ?? {}, input.query ?? {}];
}

export interface ApiQueryOptions<K extends ReadRoute> {
  /** What the server already read for this page. */
  readonly initialData?: ApiResponse<K>;
  readonly enabled?: boolean;
}

/** A read kept in the cache, seeded with what the server rendered, read anew on `reset` and on invalidation. */
export function useApiQuery<K extends ReadRoute>(
  route: K,
  input: ApiInput<K>,
  options: ApiQueryOptions<K> = {},
): UseQueryResult<ApiResponse<K>, ApiProblem> {
  // The call is typed by ApiInput<K>; the spread of its optional parts is what TypeScript cannot follow.
  const call = api as unknown as (
    route: K,
    input: ApiInput<K> & { signal: AbortSignal },
  ) => Promise<ApiResponse<K>>;
  return useQuery<ApiResponse<K>, ApiProblem>({
    queryKey: apiKey(route, input),
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    ...(options.initialData !== undefined && { initialData: () => options.initialData }),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
  });
}
