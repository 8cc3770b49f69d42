import type { RouteBody, RouteKey, RouteParams, RouteQuery, RouteResponse } from '@hemicycle/contracts';

type Given<Name extends string, T> = undefined extends T
  ? { readonly [K in Name]?: T }
  : Record<string, never> extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T };

/** What a call of a route takes: its path parameters, query and body, each only where the route has them. */
export type ApiInput<K extends RouteKey> = Given<'params', RouteParams<K>> &
  Given<'query', RouteQuery<K>> &
  Given<'body', RouteBody<K>>;

/** The last argument of a call: optional where nothing in it is required. */
export type ApiArguments<K extends RouteKey, Options> =
  Record<string, never> extends ApiInput<K>
    ? [input?: ApiInput<K> & Options]
    : [input: ApiInput<K> & Options];

export type ApiResponse<K extends RouteKey> = RouteResponse<K>;

/** Untyped view of an ApiInput, for the code that only moves it. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

export interface ApiTarget {
  readonly method: string;
  /** Path and query, from `/api/v1` on. */
  readonly path: string;
}

/** Method and address of a call. Parameters are percent-encoded; query entries that are undefined are left out. */
export function apiTarget(route: RouteKey, input: AnyInput): ApiTarget {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = input.params?.[name];
    if (value === undefined) throw new TypeError(`${route} needs the parameter ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.append(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : '';
  return { method, path: `/api/v1${path}${search}` };
}
