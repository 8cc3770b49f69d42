import type { z } from 'zod';

/**
 * One HTTP route. `access`: `public` needs nothing, `session` needs a signed-in account (what it may do is decided by
 * policies), `webhook` needs the sender's signature.
 */
export interface RouteContract {
  readonly summary: string;
  readonly access: 'public' | 'session' | 'webhook';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** `bytes`: the body is taken raw, bounded by the handler. */
  readonly bodyKind?: 'json' | 'bytes';
  /** null: 204 without a body; `bytes`: a file. */
  readonly response: z.ZodType | null | 'bytes';
  readonly status?: 200 | 201 | 204;
  /** Asked by a page by itself: it does not show that somebody is there. Reads never do. */
  readonly unattended?: true;
  /** Part of Administration: also in reach of the break-glass administrator, to whom every other route is closed. */
  readonly administration?: true;
}

/** Keeps the literal types of a table of routes. Keys are `METHOD /path/{param}`, relative to `/api/v1`. */
export function defineRoutes<
  const T extends Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, RouteContract>,
>(routes: T): T {
  return routes;
}
