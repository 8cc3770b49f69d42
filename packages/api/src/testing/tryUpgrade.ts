import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/** A socket that is to be refused is closed at once; one that stands after this was let in. Milliseconds. */
const PATIENCE = 3_000;

/**
 * Asks for a WebSocket with nothing but HTTP, so that every byte that comes back is seen, whatever the protocol.
 * @returns the status of the answer, whether it was closed by the server, and all that was sent
 */
export function tryUpgrade(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; closed: boolean; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(address, {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    });
    const done = (status: number, closed: boolean, chunks: readonly Buffer[]): void =>
      resolve({ status, closed, text: Buffer.concat(chunks).toString('latin1') });
    asking.on('error', reject);
    asking.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(response.statusCode ?? 0, true, chunks));
    });
    asking.on('upgrade', (response, socket, head) => {
      const chunks: Buffer[] = [];
      const end = (closed: boolean): void => {
        clearTimeout(timer);
        socket.destroy();
        done(response.statusCode ?? 0, closed, chunks);
      };
      const timer = setTimeout(() => end(false), PATIENCE);
      const take = (chunk: Buffer): void => {
        chunks.push(chunk);
        // A close frame; it may come with the answer itself.
        if (((chunk[0] ?? 0) & 0x0f) === 0x08) end(true);
      };
      if (head.length > 0) take(head);
      socket.on('data', take);
      socket.on('end', () => end(true));
      socket.on('error', () => end(true));
    });
    asking.end();
  });
}
