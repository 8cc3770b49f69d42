import type { RouteKey } from '@hemicycle/contracts';
import { ApiProblem } from './ApiProblem';
import { type AnyInput, type ApiArguments, type ApiResponse, apiTarget } from './apiRequest';
import { problemOf } from './problemOf';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for one attempt. */
  readonly timeoutMs?: number;
  /** Repeat it to retry the same mutation; a fresh one is made when it is missing. */
  readonly idempotencyKey?: string;
}

export interface ApiClientParts {
  readonly fetch: typeof fetch;
  readonly newKey: () => string;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** The call asks for a recent sign-in. */
  readonly onStepUp: () => void;
}

export type ApiClient = <K extends RouteKey>(
  route: K,
  ...[input]: ApiArguments<K, CallOptions>
) => Promise<ApiResponse<K>>;

/** Against a page that waits for ever; uploads pass their own. */
const defaultTimeoutMs = 15_000;
/** A read is tried again twice: what fails thrice is not a hiccup. */
const readAttempts = 3;
const retriable = new Set([0, 429, 502, 503, 504]);

/**
 * The typed client of our API. Failures are `ApiProblem`s. Only reads are tried again, with jitter; a mutation carries
 * an Idempotency-Key, so that who calls may.
 */
export function createApiClient(parts: ApiClientParts): ApiClient {
  return async <K extends RouteKey>(route: K, ...[input]: ApiArguments<K, CallOptions>) => {
    const call: AnyInput & CallOptions = input ?? {};
    const attempts = route.startsWith('GET ') ? readAttempts : 1;
    for (let attempt = 1; ; attempt++) {
      try {
        return (await callOnce(parts, route, call)) as ApiResponse<K>;
      } catch (error) {
        if (!(error instanceof ApiProblem) || attempt >= attempts || !retriable.has(error.status))
          throw error;
        const backoff = 250 * 2 ** (attempt - 1);
        await parts.wait(
          (error.retryAfterSeconds ?? 0) * 1_000 + backoff * (0.5 + parts.random()),
          call.signal,
        );
      }
    }
  };
}

async function callOnce(
  parts: ApiClientParts,
  route: RouteKey,
  call: AnyInput & CallOptions,
): Promise<unknown> {
  const { method, path } = apiTarget(route, call);
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET') headers.set('idempotency-key', call.idempotencyKey ?? parts.newKey());
  const raw = call.body instanceof Blob;
  if (call.body !== undefined && !raw) headers.set('content-type', 'application/json');
  const timeout = AbortSignal.timeout(call.timeoutMs ?? defaultTimeoutMs);
  const response = await parts
    .fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      ...(call.body !== undefined && { body: raw ? (call.body as Blob) : JSON.stringify(call.body) }),
    })
    .catch((cause: unknown) => {
      if (call.signal?.aborted) throw cause;
      throw new ApiProblem(timeout.aborted ? 'timeout' : 'offline', 0, {}, { cause });
    });
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'step_up_required') parts.onStepUp();
    throw problem;
  }
  return response.status === 204 ? undefined : response.json();
}
