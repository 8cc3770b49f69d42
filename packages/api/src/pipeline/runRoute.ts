import { DomainError, LIMITS, type RouteKey } from '@hemicycle/contracts';
import { createOperation } from '@hemicycle/core';
import { type Logger, logger } from '@hemicycle/observability';
import { type Actor, ANONYMOUS } from '@hemicycle/policies';
import type { ApiComposition, Connection } from '../ApiComposition';
import type { HandlerInput } from '../defineHandlers';
import { checkOrigin } from './checkOrigin';
import { commonHeaders } from './commonHeaders';
import { type Claim, claimIdempotencyKey } from './idempotency';
import { LightResponse } from './LightResponse';
import type { RouteBinding } from './RouteBinding';
import type { RateLimiter } from './rateLimits';
import { parseJson, readBody } from './readBody';
import { validate } from './validate';

export interface RouteRequest {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly connection: Connection;
  readonly requestId: string;
}

/** Webhooks are small; images are the largest bodies we take. Bytes. */
const WEBHOOK_BYTES = 256 * 1024;
const EMPTY = new Uint8Array(0);
/** What somebody without any standing may try only a few times a minute. */
const GUEST_DOORS = '/guests/';
/** Where a password is all that is asked for. */
const BREAK_GLASS = '/session/break-glass';
/** Routes with a limit of their own besides the account’s. */
const COSTLY: Readonly<Record<string, 'search' | 'links'>> = {
  '/search': 'search',
  '/people': 'search',
  '/groups': 'search',
  '/links/open': 'links',
};

/**
 * One request through the pipeline: rate limit → authenticate → origin → body → validate → idempotency → handler →
 * validate the answer. Raises what the problem document is made of.
 */
export async function runRoute(
  { composition, limiter }: { composition: ApiComposition; limiter: RateLimiter },
  binding: RouteBinding,
  route: RouteRequest,
  seen: (actor: Actor) => void,
): Promise<Response> {
  const { contract, method } = binding;
  const { request } = route;
  const actor = await admit(composition, limiter, binding, route);
  seen(actor);
  if (contract.access !== 'webhook') checkOrigin(method, request.headers, composition.publicOrigin);
  const bytes = await bodyOf(binding, request);
  let added: Headers | undefined;
  const input = {
    params: validate('params', contract.params, route.params),
    query: validate('query', contract.query, contract.query && queryOf(request.url)),
    body:
      contract.body && validate('body', contract.body, parseJson(bytes, request.headers.get('content-type'))),
    bytes: contract.bodyKind === 'bytes' ? bytes : EMPTY,
    headers: request.headers,
    // Few handlers add any, and Headers are slow to make.
    get answerHeaders() {
      added ??= new Headers();
      return added;
    },
    auth: composition.auth,
  };
  const log = (): Logger =>
    logger('api', { requestId: route.requestId, ...(actor.kind === 'account' && { actor: actor.userId }) });
  const act = async (): Promise<Response> => {
    const op = createOperation({
      database: composition.database,
      services: composition.services,
      wakeEvents: composition.wakeEvents ?? null,
      actor,
      log,
    });
    const answer = await binding.handler(op, input as HandlerInput<RouteKey>);
    return answerOf(binding, answer, commonHeaders(route.requestId), added);
  };
  const key = method === 'POST' && actor.kind === 'account' ? request.headers.get('idempotency-key') : null;
  if (key === null || actor.kind !== 'account' || contract.bodyKind === 'bytes') return act();
  const claim = await claimIdempotencyKey(composition.database, actor.userId, key, {
    method,
    path: new URL(request.url).pathname,
    body: bytes,
  });
  return onceOnly(claim, act, commonHeaders(route.requestId));
}

/** Rate limits and the session: who asks, when they may ask at all. */
async function admit(
  { auth }: ApiComposition,
  limiter: RateLimiter,
  { contract, method, path }: RouteBinding,
  { request, connection }: RouteRequest,
): Promise<Actor> {
  const address = connection.clientAddress;
  if (contract.access !== 'session') {
    if (address !== undefined) {
      await limiter.take(contract.access === 'webhook' ? 'webhooks' : 'anonymous', address);
      if (path.startsWith(GUEST_DOORS)) await limiter.take('guests', address);
    }
    if (path === BREAK_GLASS) {
      if (address !== undefined) await limiter.take('breakGlass', address);
      await limiter.take('breakGlassEverywhere', '');
    }
    return ANONYMOUS;
  }
  const cookie = request.headers.get('cookie');
  // Against guessing cookies: who has failed too often from here is not looked up in the database any more.
  if (address !== undefined && !auth.remembers(cookie) && (await limiter.isSpent('anonymous', address))) {
    await limiter.take('anonymous', address);
  }
  const attended = method !== 'GET' && contract.unattended === undefined;
  const { actor, refusal } = await auth.actorOf(cookie, { attended });
  if (actor.kind === 'anonymous') {
    if (address !== undefined) await limiter.take('anonymous', address);
    throw refusal ?? new DomainError('sign_in_required');
  }
  if (actor.breakGlass && contract.administration === undefined) throw new DomainError('administration_only');
  await limiter.take('account', actor.userId);
  if (method !== 'GET') await limiter.take('mutations', actor.userId);
  const costly = COSTLY[path];
  if (costly) await limiter.take(costly, actor.userId);
  return actor;
}

async function bodyOf({ contract }: RouteBinding, request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (contract.bodyKind === 'bytes') {
    return readBody(request, contract.access === 'webhook' ? WEBHOOK_BYTES : LIMITS.imageBytes);
  }
  return contract.body === undefined ? EMPTY : readBody(request, LIMITS.bodyBytes);
}

/** The query of an address; of one name given twice, the last counts. */
function queryOf(url: string): Record<string, string> {
  const begin = url.indexOf('?');
  // Without taking the whole address apart, which every request would pay for.
  return begin < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(begin).split('#', 1)[0]));
}

/** The handler's answer as it goes out: checked against the contract, or a file as it is. */
function answerOf(
  { key, contract, write }: RouteBinding,
  answer: unknown,
  common: Record<string, string>,
  added: Headers | undefined,
): Response {
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(common)) answer.headers.set(name, value);
    return withHeaders(answer, added);
  }
  if (contract.response === 'bytes') throw new Error(`${key} must answer with a Response`);
  const headers = { ...common, 'cache-control': 'no-store' };
  if (contract.response === null)
    return withHeaders(new LightResponse(null, { status: 204, headers }), added);
  return withHeaders(
    new LightResponse(write(answer), {
      status: contract.status ?? 200,
      headers: { ...headers, 'content-type': 'application/json' },
    }),
    added,
  );
}

function withHeaders(response: Response, added: Headers | undefined): Response {
  if (added) for (const [name, value] of added) response.headers.append(name, value);
  return response;
}

async function onceOnly(
  claim: Claim,
  act: () => Promise<Response>,
  common: Record<string, string>,
): Promise<Response> {
  if (claim.replay !== null) {
    const { status, body } = claim.replay;
    const headers = {
      ...common,
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'idempotency-replayed': 'true',
    };
    return status === 204
      ? new LightResponse(null, { status, headers: common })
      : new LightResponse(body, { status, headers });
  }
  try {
    const response = await act();
    const body = await response.clone().text();
    await claim.keep(response.status, body);
    return response;
  } catch (error) {
    await claim.release();
    throw error;
  }
}
