import type { Auth } from '@hemicycle/auth';
import type { Services, WakeEvents } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import type { Metrics } from '@hemicycle/observability';
import type { RateLimits } from './pipeline/rateLimits';

/** What the API is made of. */
export interface ApiComposition {
  readonly database: Database;
  readonly auth: Auth;
  readonly services: Services;
  /** `wake` of the bus. Left out: commits notify by themselves. */
  readonly wakeEvents?: WakeEvents | null;
  readonly metrics: Metrics;
  /** The origin browsers see: mutations must come from it. */
  readonly publicOrigin: string;
  /** Left out: the stated defaults. */
  readonly rateLimits?: RateLimits;
}

/** What the server knows of a request beside what it says itself. */
export interface Connection {
  /** Address of the client, after trusted proxies. Left out for calls from our own process, which are not counted. */
  readonly clientAddress?: string;
}

export interface Api {
  fetch(request: Request, connection?: Connection): Promise<Response>;
}
