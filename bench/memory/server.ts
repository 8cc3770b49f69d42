import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The realtime server as it is, with a way to ask for its memory that only this entry has: `--expose-gc`, and a port
 * given as the last argument.
 */
await import('../../apps/realtime/src/main');

createServer(async (_request, response) => {
  // Finalizers and promises free more after the first collection.
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await delay(50);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  response.end(JSON.stringify({ held: heapUsed + external, rss }));
}).listen(Number(process.argv.at(-1)), '127.0.0.1');
