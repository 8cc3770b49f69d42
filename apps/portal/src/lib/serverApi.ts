import 'server-only';
import type { RouteKey } from '@hemicycle/contracts';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { ApiProblem } from './ApiProblem';
import { type AnyInput, type ApiArguments, type ApiResponse, apiTarget } from './apiRequest';
import { problemOf } from './problemOf';
import { signInPath } from './signInPath';

type InProcessApi = (request: Request) => Promise<Response>;

/** Where our server keeps the API's fetch, so that pages read through the same pipeline as everyone. */
const apiSymbol = Symbol.for('hemicycle.api');

/** Headers of the page's request that the API decides by. */
const forwarded = [
  'cookie',
  'x-forwarded-for',
  'x-forwarded-proto',
  'user-agent',
  'x-request-id',
  'accept-language',
];

/**
 * Calls the API inside this process for a page. Without a session the visitor goes to the sign-in page and comes
 * back; what is not there, or not theirs to know of, is the not-found page.
 * @throws ApiProblem for everything else
 */
export async function serverApi<K extends RouteKey>(
  route: K,
  ...[input]: ApiArguments<K, object>
): Promise<ApiResponse<K>> {
  const result = await readApi(route, input ?? {});
  if (!(result instanceof ApiProblem)) return result as ApiResponse<K>;
  if (result.status === 401 || result.code === 'account_disabled') {
    const path = (await headers()).get('x-hemicycle-path') ?? '/';
    redirect(signInPath(path, result.code));
  }
  // The break-glass administrator is led to what is in reach.
  if (result.code === 'administration_only') redirect('/people');
  if (result.status === 404) notFound();
  throw result;
}

/** The answer or its problem, without leaving the page. */
export async function readApi(route: RouteKey, input: AnyInput): Promise<unknown> {
  const api = (globalThis as Record<symbol, unknown>)[apiSymbol] as InProcessApi | undefined;
  if (!api) return new ApiProblem('unavailable', 503, { detail: 'the API is not mounted in this process' });
  const incoming = await headers();
  const { method, path } = apiTarget(route, input);
  const outgoing = new Headers({ accept: 'application/json' });
  for (const name of forwarded) {
    const value = incoming.get(name);
    if (value !== null) outgoing.set(name, value);
  }
  const host = incoming.get('host') ?? 'localhost';
  const protocol = incoming.get('x-forwarded-proto') ?? 'http';
  const response = await api(
    new Request(`${protocol}://${host}${path}`, { method, headers: outgoing }),
  ).catch((cause: unknown) => new ApiProblem('unavailable', 503, {}, { cause }));
  if (response instanceof ApiProblem) return response;
  if (!response.ok) return problemOf(response);
  return response.status === 204 ? undefined : response.json();
}
