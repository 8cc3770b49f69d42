import type { PoolClient } from 'pg';
import { TIERS } from './thinPieces';

/** A document is thinned when something is overdue by so long: once an hour at most, not at every ten minutes' end. */
const OVERDUE_MS = 60 * 60_000;

/** One document with history to thin, or null. Rows that are not compacted yet are left alone. */
export async function findThinnable(
  client: PoolClient,
  now: Date,
  except: readonly string[],
): Promise<string | null> {
  const ages = TIERS.map(
    ({ afterMs, stretchMs }) => new Date(now.getTime() - afterMs - stretchMs - OVERDUE_MS),
  );
  const { rows } = await client.query<{ document_id: string }>(
    `(SELECT u.document_id FROM document_updates u
      JOIN document_snapshots s ON s.document_id = u.document_id AND s.epoch = u.epoch AND u.seq <= s.through_seq
      WHERE u.created_at < $1 AND u.document_id <> ALL ($4::uuid[]) LIMIT 1)
     UNION ALL
     (SELECT document_id FROM document_history
      WHERE (span = 'sitting' AND ended_at < $2 OR span = 'hour' AND ended_at < $3)
        AND document_id <> ALL ($4::uuid[]) LIMIT 1)
     LIMIT 1`,
    [...ages, [...except]],
  );
  return rows[0]?.document_id ?? null;
}
