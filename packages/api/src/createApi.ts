import { randomUUID } from 'node:crypto';
import { DomainError } from '@hemicycle/contracts';
import { logger } from '@hemicycle/observability';
import type { Actor } from '@hemicycle/policies';
import { type Context, Hono } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import type { Api, ApiComposition, Connection } from './ApiComposition';
import { handlers } from './handlers';
import { openApiDocument } from './openApiDocument';
import { bindRoutes } from './pipeline/bindRoutes';
import { problemResponse } from './pipeline/problemResponse';
import type { RouteBinding } from './pipeline/RouteBinding';
import { createRateLimiter } from './pipeline/rateLimits';
import { runRoute } from './pipeline/runRoute';

const BASE = '/api/v1';
/** A request id from a proxy is taken over when it can do no harm in a log. */
const REQUEST_ID = /^[\w.-]{8,64}$/;

interface Env {
  Bindings: Connection;
}

/** The HTTP API as one fetch handler; everything it answers is below `/api/v1`. */
export function createApi(composition: ApiComposition): Api {
  const bindings = bindRoutes(handlers);
  const parts = { composition, limiter: createRateLimiter(composition.rateLimits) };
  const answered = observeRequests(composition);
  const app = new Hono<Env>().basePath(BASE);

  const document = JSON.stringify(openApiDocument(bindings));
  app.get('/openapi.json', () => new Response(document, { headers: { 'content-type': 'application/json' } }));

  for (const binding of bindings) {
    app.on(binding.method, honoPath(binding.path), (context) =>
      answered(context, binding, (route, seen) => runRoute(parts, binding, route, seen)),
    );
  }
  const allowed = methodsByPath(bindings);
  // Not a route of its own for what a path does not know: two for one path would cost every request a chain.
  app.notFound(async (context) => {
    const [[[allow] = []]] = allowed.match('ALL', context.req.path);
    const response = await answered(context as Context<Env>, null, () =>
      refuse(allow === undefined ? 'not_found' : 'method_not_allowed'),
    );
    if (allow !== undefined) response.headers.set('allow', allow);
    return response;
  });

  return { fetch: async (request, connection = {}) => app.fetch(request, connection) };
}

/** What an `Allow` header says, by path. */
function methodsByPath(bindings: readonly RouteBinding[]): TrieRouter<string> {
  const router = new TrieRouter<string>();
  for (const path of new Set(bindings.map((binding) => binding.path))) {
    const methods = bindings.filter((binding) => binding.path === path).map(({ method }) => method);
    router.add('ALL', `${BASE}${honoPath(path)}`, methods.join(', '));
  }
  return router;
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

async function refuse(code: 'method_not_allowed' | 'not_found'): Promise<never> {
  throw new DomainError(code);
}

type Route = Parameters<typeof runRoute>[2];
type Run = (route: Route, seen: (actor: Actor) => void) => Promise<Response>;

/** Turns errors into problems, and leaves one log line and one observation for each request. */
function observeRequests({ metrics }: ApiComposition) {
  // Its lines hold nothing but what is named below: looking for secrets in them would cost more than writing them.
  const log = logger('http').child({}, { redact: [] });
  const failures = logger('http');
  const duration = metrics.duration('http_request_seconds', 'API requests', ['route', 'status']);
  return async (context: Context<Env>, binding: RouteBinding | null, run: Run): Promise<Response> => {
    const started = performance.now();
    const request = context.req.raw;
    const given = request.headers.get('x-request-id');
    const requestId = given !== null && REQUEST_ID.test(given) ? given : randomUUID();
    const params = context.req.param() as Record<string, string>;
    let userId: string | undefined;
    let failure: unknown;
    let response: Response;
    try {
      response = await run({ request, params, connection: context.env, requestId }, (actor) => {
        if (actor.kind === 'account') userId = actor.userId;
      });
    } catch (error) {
      failure = error;
      response = problemResponse(error, requestId);
    }
    const seconds = (performance.now() - started) / 1000;
    const { status } = response;
    duration.observe({ route: binding?.key ?? 'unknown', status: String(status) }, seconds);
    const line = {
      requestId,
      route: binding?.key ?? `${request.method} unknown`,
      status,
      ms: Math.round(seconds * 1e4) / 10,
      actor: userId,
      ...(failure instanceof DomainError && { problem: failure.code }),
      ...(status >= 500 && { err: failure }),
    };
    if (status >= 500) failures.error(line, 'request failed');
    else log.info(line, 'request');
    return response;
  };
}
