import { setTimeout as wait } from 'node:timers/promises';
import { LatencyCounts } from '../sync/load/LatencyCounts';
import { HttpReader } from './HttpReader';
import type { LoadOrder, Measured } from './load';

// A process of its own, so that making load and answering it share neither an event loop nor a heap. It loads for as
// long as each order says, and then tells what it counted.
process.on('message', (order: LoadOrder) => void run(order));
process.on('disconnect', () => process.exit(0));

async function run({ url, cookies, connections, seconds, body }: LoadOrder): Promise<void> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const latencies = new LatencyCounts();
  const failures: string[] = [];
  const readers = Array.from(
    { length: connections },
    (_, index) =>
      new HttpReader(
        {
          host: hostname,
          port: Number(port),
          // Many people, as in life: each connection goes through them in turn.
          requests: cookies.map((cookie) =>
            Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n\r\n`),
          ),
          body: Buffer.from(body),
          answered: (ms) => latencies.add(ms),
          failed: (reason) => failures.push(reason),
        },
        Math.floor((index * cookies.length) / connections),
      ),
  );
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await wait(seconds * 1000);
  for (const reader of readers) reader.end();
  const summary = latencies.summary();
  const used = process.cpuUsage(cpu);
  const answered = summary?.count ?? 0;
  const measured: Measured = {
    requests: answered,
    requestsPerSecond: (answered * 1000) / (performance.now() - begun),
    p50: summary?.p50 ?? 0,
    p99: summary?.p99 ?? 0,
    max: summary?.max ?? 0,
    failures: failures.slice(0, 5),
    cpuMs: (used.user + used.system) / 1000,
  };
  process.send?.(measured);
}
