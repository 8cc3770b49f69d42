import { until } from '@hemicycle/testing';
import type { Pool, PoolClient } from 'pg';
import { dieAtQuery } from './dieAtQuery';

/**
 * Does `work` on fresh documents, killed at its first query, its second, and so on, until it comes through. Each time the
 * connection dies before the query is sent, and then before it is answered.
 * @param check told whether anything of the document is other than before
 * @returns how often it was killed
 */
export async function killEverywhere(
  pool: Pool,
  prepare: () => Promise<string>,
  work: (client: PoolClient, documentId: string) => Promise<unknown>,
  check: (documentId: string, unchanged: boolean) => Promise<void>,
): Promise<number> {
  for (let n = 1, kills = 0; ; n++) {
    for (const when of ['unsent', 'unanswered'] as const) {
      const documentId = await prepare();
      const before = await everything(pool, documentId);
      const client = await pool.connect();
      client.on('error', () => undefined);
      const { pid } = (await client.query('SELECT pg_backend_pid() AS pid')).rows[0];
      const killed = await work(dieAtQuery(client, n, when), documentId).then(
        () => false,
        () => true,
      );
      client.release(true);
      if (!killed) return kills;
      kills++;
      const alive = async () =>
        ((await pool.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount ?? 0) > 0;
      await until(async () => !(await alive()), 'the database has noticed');
      await check(documentId, (await everything(pool, documentId)) === before);
    }
  }
}

/** Everything that compaction and thinning may change of a document, and the events they published. */
async function everything(pool: Pool, documentId: string): Promise<string> {
  const { rows } = await pool.query(
    `SELECT md5(concat(
       (SELECT string_agg(concat(seq, md5(update)), ',' ORDER BY seq) FROM document_updates WHERE document_id = $1),
       (SELECT string_agg(concat(from_seq, span, md5(update)), ',' ORDER BY from_seq) FROM document_history WHERE document_id = $1),
       (SELECT concat(through_seq, md5(state)) FROM document_snapshots WHERE document_id = $1),
       (SELECT concat(plain_text, edited_at, edited_by_id) FROM documents WHERE id = $1),
       (SELECT string_agg(concat(user_id, count), ',' ORDER BY user_id) FROM document_mentions WHERE document_id = $1),
       (SELECT count(*) FROM outbox_events WHERE event->>'documentId' = $1::text))) AS all`,
    [documentId],
  );
  return rows[0].all;
}
