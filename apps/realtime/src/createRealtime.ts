import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bus, WakeUps } from '@hemicycle/bus';
import type { Logger } from '@hemicycle/observability';
import { Pool, type PoolConfig } from 'pg';
import type { Gate } from './authentication/gate';
import { Compactor } from './compaction/Compactor';
import { JoinDiffs } from './diff/JoinDiffs';
import { KEEP_ALIVE_LOOKS, keepAlive } from './documents/keepAlive';
import { listenForRows } from './documents/listenForRows';
import { PendingBudget } from './documents/PendingBudget';
import { Rooms } from './documents/Rooms';
import type { Services } from './documents/services';
import { TickWriter } from './documents/TickWriter';
import { drain } from './drain';
import { EventsHub } from './events/EventsHub';
import { HEARTBEAT_MS } from './heartbeat';
import type { Health } from './http';
import { Inspections } from './inspection/Inspections';
import { AccountRates } from './limits/AccountRates';
import { REALTIME_LIMITS, type RealtimeLimits } from './limits/limits';
import { UnfinishedFrames } from './limits/UnfinishedFrames';
import { createRealtimeMetrics } from './metrics';
import { PresencePeers } from './presence/PresencePeers';
import { Revocation } from './revocation/Revocation';
import { createRealtimeServer } from './server';
import { createDocumentStore } from './store/documentStore';
import { GroupCommit } from './store/GroupCommit';
import { warmUp } from './warmUp';

export interface RealtimeOptions {
  readonly databaseUrl: string;
  readonly publicOrigin: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly gate: Gate;
  readonly bus: Bus;
  /** How nodes wake each other; closed by whoever made it. */
  readonly wakeUps: WakeUps;
  /** Files of the worker threads. */
  readonly workers: { readonly compaction: URL; readonly diff: URL; readonly inspection: URL };
  readonly log: Logger;
  readonly limits?: RealtimeLimits;
}

export interface Realtime {
  readonly port: number;
  /** Stops accepting, stores what waits, tells everybody to come back elsewhere, and lets go. */
  close(): Promise<void>;
}

/** Connections for joins and re-reads. Commits have one of their own: many who join a slow database must not hold them up. */
const POOL_SIZE = 3;
/** A commit that takes longer is tried again; the database or the way to it is in trouble. Milliseconds. */
const QUERY_TIMEOUT = 10_000;
/** A health check that waits longer than its caller says nothing. Milliseconds. */
const HEALTH_MS = 2_000;
/** Comparison of open rooms with the database. Milliseconds: the longest a lost wake-up delays an edit. */
const HEAL_MS = 3_000;
/** A node that starts waits this long for the bus to wake it. Without it a node is late, not wrong. Milliseconds. */
const BUS_MS = 10_000;

/** Puts the parts together and listens. */
export async function createRealtime(options: RealtimeOptions): Promise<Realtime> {
  const { log, gate, bus, wakeUps } = options;
  const limits = options.limits ?? REALTIME_LIMITS;
  const nodeId = randomUUID();
  const { services, pool, closeServices } = openServices(options, limits, nodeId);
  const compactor = new Compactor({
    workerUrl: options.workers.compaction,
    settings: { databaseUrl: options.databaseUrl, notifies: wakeUps.notifiesInCommit },
    wake: bus.wake,
    rooms: () => rooms,
    limits,
    metrics: services.metrics,
    log,
  });
  const rooms: Rooms = new Rooms(services, {
    onLoaded: (room) => compactor.opened(room),
    onStored: (room) => compactor.wrote(room.documentId),
  });
  const hub = new EventsHub(gate, limits, services.metrics, log);
  const revocation = new Revocation({ gate, rooms, hub, log });
  const unsubscribe = subscribe(bus, revocation, hub);
  const stopListening = listenForRows(wakeUps, nodeId, rooms, log);
  const health = healthOf(services, pool, bus);
  const { server, beat } = createRealtimeServer({ ...options, services, rooms, hub, revocation, health });
  const every = (ms: number, work: () => void): NodeJS.Timeout => setInterval(work, ms);
  const timers = [
    every(limits.recheckMs, () => void revocation.recheckAll()),
    every(HEAL_MS, () => void rooms.heal().catch((err: unknown) => log.warn({ err }, 'rooms not compared'))),
    every(1_000, () => compactor.tick()),
    every(limits.keepAliveMs / KEEP_ALIVE_LOOKS, () => keepAlive(rooms)),
    every(HEARTBEAT_MS, beat),
    every(limits.peerBeatMs, () => services.peers.beat()),
  ];
  await warmUp(gate, services.store, log);
  await listen(server, options.host, options.port);
  void leftOver(pool, compactor, log);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      health.draining = true;
      server.close();
      const sockets = () => [...rooms.connections(), ...hub.connections()];
      await drain({ commits: services.commits, sockets, limits, log });
      // Not before: rights are watched until the last socket is gone.
      for (const timer of timers) clearInterval(timer);
      unsubscribe();
      stopListening();
      await compactor.close();
      await closeServices();
    },
  };
}

interface OpenServices {
  readonly services: Services;
  readonly pool: Pool;
  closeServices(): Promise<void>;
}

/** What rooms and connections share, and how to let go of it. */
function openServices(options: RealtimeOptions, limits: RealtimeLimits, nodeId: string): OpenServices {
  const { databaseUrl, wakeUps, workers, log } = options;
  const pool = openPool(databaseUrl, { max: POOL_SIZE }, log);
  const commitPool = openPool(databaseUrl, { max: 1, lock_timeout: limits.commitLockMs }, log);
  const metrics = createRealtimeMetrics();
  const peers = new PresencePeers(nodeId, wakeUps, limits, metrics);
  const isAlone = (): boolean => peers.isAlone;
  const store = createDocumentStore({ pool, commitPool }, nodeId, wakeUps, isAlone);
  const services: Services = {
    limits,
    log,
    metrics,
    store,
    ticks: new TickWriter(),
    commits: new GroupCommit(store, limits, log, metrics, isAlone),
    budget: new PendingBudget(limits, metrics),
    diffs: new JoinDiffs({ workerUrl: workers.diff, limits, metrics, log }),
    inspections: new Inspections(workers.inspection, log),
    rates: new AccountRates(limits),
    unfinished: new UnfinishedFrames(limits),
    peers,
  };
  return {
    services,
    pool,
    closeServices: async () => {
      await Promise.all([services.diffs.close(), services.inspections.close(), peers.close()]);
      await Promise.all([pool.end(), commitPool.end()]);
    },
  };
}

function healthOf({ commits }: Services, pool: Pool, bus: Bus): Health {
  const busAwaited = awaited(bus.ready, BUS_MS);
  return {
    draining: false,
    parts: async () => ({
      bus: busAwaited(),
      documents: !commits.failing,
      database: await answersWithin(pool.query('SELECT 1'), HEALTH_MS),
    }),
  };
}

function openPool(
  connectionString: string,
  own: Pick<PoolConfig, 'max' | 'lock_timeout'>,
  log: Logger,
): Pool {
  const pool = new Pool({
    ...own,
    connectionString,
    connectionTimeoutMillis: 5_000,
    query_timeout: QUERY_TIMEOUT,
    application_name: 'hemicycle-realtime',
  });
  pool.on('error', (err) => log.warn({ err }, 'idle database connection lost'));
  return pool;
}

function subscribe(bus: Bus, revocation: Revocation, hub: EventsHub): () => void {
  return bus.subscribe({
    onRecord: (record) => {
      revocation.hear(record);
      hub.deliver(record);
    },
    onGap: () => hub.resetAll(),
  });
}

/** Tells whether something has come, or was waited for long enough. */
function awaited(something: Promise<void>, ms: number): () => boolean {
  let over = false;
  const end = (): void => {
    over = true;
  };
  setTimeout(end, ms).unref();
  void something.then(end);
  return () => over;
}

/** Whether something succeeds in time. */
async function answersWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const answer = work.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Documents that were written shortly before a process died: their text and base were never brought up to date. */
async function leftOver(pool: Pool, compactor: Compactor, log: Logger): Promise<void> {
  try {
    const result = await pool.query<{ document_id: string }>(
      `SELECT DISTINCT u.document_id FROM document_updates u
       LEFT JOIN document_snapshots s ON s.document_id = u.document_id
       WHERE u.seq > coalesce(s.through_seq, 0) AND u.created_at > now() - interval '1 day' LIMIT 10000`,
    );
    for (const row of result.rows) compactor.wrote(row.document_id);
  } catch (err) {
    log.warn({ err }, 'documents left uncompacted could not be listed');
  }
}
