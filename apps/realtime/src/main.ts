import { takeTicket } from '@hemicycle/auth';
import { createBus, createWakeUps } from '@hemicycle/bus';
import { createDatabase } from '@hemicycle/db';
import { busEnv, databaseEnv, realtimeEnv } from '@hemicycle/env';
import { logger } from '@hemicycle/observability';
import { createGate } from './authentication/createGate';
import { createRealtime } from './createRealtime';
import { limitsWith } from './limits/limitsWith';

/** Connections for tickets and rights; edits have their own. */
const GATE_POOL_SIZE = 4;

const log = logger('realtime');
const env = realtimeEnv();
const { url: databaseUrl } = databaseEnv();
const database = createDatabase(databaseUrl, {
  poolSize: GATE_POOL_SIZE,
  onPoolError: (err) => log.warn({ err }, 'idle database connection lost'),
});
const wakeUps = createWakeUps({ databaseUrl, busUrl: busEnv().url });
const bus = createBus(databaseUrl, wakeUps);
const fromSource = import.meta.url.endsWith('.ts');
const worker = (folder: string, name: string): URL =>
  new URL(fromSource ? `./${folder}/workerFromSource.mjs` : `./${name}.js`, import.meta.url);

const realtime = await createRealtime({
  databaseUrl,
  publicOrigin: env.publicOrigin,
  host: env.host,
  port: env.port,
  gate: createGate(database, (ticket) => takeTicket(database, ticket, new Date())),
  bus,
  wakeUps,
  workers: {
    compaction: worker('compaction', 'compactionWorker'),
    diff: worker('diff', 'diffWorker'),
    inspection: worker('inspection', 'inspectionWorker'),
  },
  limits: limitsWith(env.limits),
  log,
});
log.info({ port: realtime.port }, 'realtime server is listening');

/** A process that cannot end by itself must not hold up a restart. Milliseconds. */
const LONGEST_CLOSE = 15_000;
let closing = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    log.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), LONGEST_CLOSE).unref();
    void realtime
      .close()
      .then(() => Promise.all([bus.close(), wakeUps.close(), database.$disconnect()]))
      .then(
        () => process.exit(0),
        (err: unknown) => {
          log.error({ err }, 'closing failed');
          process.exit(1);
        },
      );
  });
}
