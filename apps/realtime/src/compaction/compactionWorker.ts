import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { Pool, type PoolClient } from 'pg';
import { findThinnable } from '../history/findThinnable';
import { thinStored } from '../history/thinStored';
import { compactStored } from './compactStored';
import type { CompactResult, CompactTask, Task, ThinResult, WorkerSettings } from './messages';

/** Where it shares a core with the thread that carries keystrokes, those go first. */
function giveWay(): void {
  // There it is the priority of this thread; elsewhere it would be that of the process.
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: it compacts all the same.
  }
}

giveWay();
const { databaseUrl, notifies } = workerData as WorkerSettings;
const pool = new Pool({
  connectionString: databaseUrl,
  max: 1,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: 5_000,
  query_timeout: 60_000,
  // A document that another transaction holds is tried again later: all others wait behind it.
  lock_timeout: 2_000,
  application_name: 'hemicycle-compaction',
});
// A broken idle connection is replaced at the next task.
pool.on('error', () => undefined);
// One that breaks between two queries of a task fails the next of them; unheard it would end the thread.
pool.on('connect', (client) => client.on('error', () => undefined));

/** Documents whose history could not be thinned, until when they are passed over. */
const passedOver = new Map<string, number>();
const PASSED_OVER_MS = 6 * 60 * 60_000;

async function compact(client: PoolClient, task: CompactTask): Promise<CompactResult> {
  try {
    return await compactStored(client, task, notifies);
  } catch (error) {
    return { kind: 'compact', documentId: task.documentId, outcome: 'failed', reason: reasonOf(error) };
  }
}

async function thin(client: PoolClient): Promise<ThinResult> {
  const now = new Date();
  for (const [documentId, until] of passedOver) if (until < now.getTime()) passedOver.delete(documentId);
  const documentId = await findThinnable(client, now, [...passedOver.keys()]);
  if (documentId === null) return { kind: 'thin', documentId, outcome: 'nothing' };
  try {
    const outcome = await thinStored(client, documentId, now);
    // Found to be due and yet nothing to do: it must not be found for ever.
    if (outcome === 'nothing') passedOver.set(documentId, now.getTime() + PASSED_OVER_MS);
    return { kind: 'thin', documentId, outcome: outcome === 'nothing' ? 'thinned' : outcome };
  } catch (error) {
    passedOver.set(documentId, now.getTime() + PASSED_OVER_MS);
    return { kind: 'thin', documentId, outcome: 'failed', reason: reasonOf(error) };
  }
}

async function run(task: Task): Promise<CompactResult | ThinResult> {
  try {
    const client = await pool.connect();
    const result = await (task.kind === 'compact' ? compact(client, task) : thin(client));
    // What failed may have left its connection in the middle of something.
    client.release(result.outcome === 'failed');
    return result;
  } catch (error) {
    const reason = reasonOf(error);
    return task.kind === 'compact'
      ? { kind: 'compact', documentId: task.documentId, outcome: 'failed', reason }
      : { kind: 'thin', documentId: null, outcome: 'failed', reason };
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

parentPort?.on('message', (task: Task) => {
  void run(task).then((result) => parentPort?.postMessage(result));
});
