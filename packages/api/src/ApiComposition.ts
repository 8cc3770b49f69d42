import type { Auth } from '@hemicycle/auth';
import type { Services } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import type { Metrics } from '@hemicycle/observability';
import type { RateLimits } from './pipeline/rateLimits';

/** What the API is made of. */
export interface ApiComposition {
  readonly database: Database;
  readonly auth: Auth;
  readonly services: Services;
  readonly metrics: Metrics;
  /** The origin browsers see: mutations must come from it. */
  readonly publicOrigin: string;
  /** Left out: the stated defaults. */
  readonly rateLimits?: RateLimits;
}

export interface Api {
  /**
   * Answers a request. Its `X-Forwarded-For` must be the client's address alone, set by the server in front; a call from
   * our own process has none.
   */
  fetch(request: Request): Promise<Response>;
}
