import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api } from '@hemicycle/api';
import { getRequestListener } from '@hono/node-server';

/**
 * The API as a listener of Node's. By the time a request is here, X-Forwarded-For holds the one address we believe.
 */
export function apiListener(
  api: Pick<Api, 'fetch'>,
): (request: IncomingMessage, response: ServerResponse) => unknown {
  return getRequestListener(
    (request) => {
      const clientAddress = request.headers.get('x-forwarded-for');
      return api.fetch(request, clientAddress === null ? {} : { clientAddress });
    },
    { overrideGlobalObjects: false },
  );
}
