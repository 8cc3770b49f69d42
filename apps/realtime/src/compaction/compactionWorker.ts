import { parentPort, workerData } from 'node:worker_threads';
import { Pool } from 'pg';
import { compactStored } from './compactStored';
import type { CompactResult, CompactTask, WorkerSettings } from './messages';

const { databaseUrl } = workerData as WorkerSettings;
const pool = new Pool({
  connectionString: databaseUrl,
  max: 1,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: 5_000,
  query_timeout: 60_000,
  application_name: 'hemicycle-compaction',
});
// A broken idle connection is replaced at the next task.
pool.on('error', () => undefined);

async function run(task: CompactTask): Promise<CompactResult> {
  const { documentId } = task;
  try {
    const client = await pool.connect();
    try {
      return await compactStored(client, task);
    } finally {
      client.release();
    }
  } catch (error) {
    return { documentId, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (task: CompactTask) => {
  void run(task).then((result) => parentPort?.postMessage(result));
});
