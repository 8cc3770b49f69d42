import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { environment } from './environment';

/** A ministry's proxy that lets requests through and no WebSocket. */
export interface BlockingProxy {
  readonly url: string;
  /** WebSockets to our origin that were asked for, and refused. */
  readonly refused: () => number;
  close(): Promise<void>;
}

/** A browser asks a proxy for a WebSocket by CONNECT: that is what is refused. */
export async function startBlockingProxy(): Promise<BlockingProxy> {
  let refused = 0;
  const server = createServer((request, response) => {
    const { method, headers } = request;
    const onward = forward(request.url ?? '', { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    // Chromium asks for its maker's hosts, too.
    if (request.url === new URL(environment.url).host) refused++;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    refused: () => refused,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
