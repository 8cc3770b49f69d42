import type { WakeUps } from '@hemicycle/bus';
import type { Pool } from 'pg';
import { type LoadedDocument, loadDocument } from './loadDocument';

/** One row to be written: the edits of one document in one window. */
export interface CommitRow {
  readonly documentId: string;
  readonly epoch: number;
  readonly update: Uint8Array;
  readonly authorIds: readonly string[];
}

export interface StoredUpdate {
  readonly seq: bigint;
  readonly update: Uint8Array;
}

/**
 * What became of a row: its sequence number; null where the document (in that epoch) is gone; `held` when another
 * transaction holds the document and nobody waited for it.
 */
export type Committed = bigint | 'held' | null;

/** Channel of document rows. Payload: `<node>|<document id>,<document id>…` */
export const DOCUMENTS_CHANNEL = 'hemicycle_documents';
/** A payload holds less than 8,000 bytes; a UUID and its comma are 37. */
const IDS_PER_NOTIFICATION = 200;

export interface DocumentStore {
  /**
   * Writes all rows in one transaction.
   * @param skipsHeld leaves out what another transaction holds, instead of waiting for it
   * @throws an error of code 55P03 when it waited as long as the connection waits for a lock
   */
  commit(rows: readonly CommitRow[], skipsHeld: boolean): Promise<Committed[]>;
  /** Everything of a document, or null when it does not exist. */
  load(documentId: string): Promise<LoadedDocument | null>;
  /** Rows above `after`, in order. */
  readAfter(documentId: string, epoch: number, after: bigint): Promise<StoredUpdate[]>;
  /** For each document, how many rows are above the given sequence, and the highest. */
  countAfter(
    documents: readonly { documentId: string; after: bigint }[],
  ): Promise<Map<string, { rows: number; highest: bigint }>>;
  epochs(documentIds: readonly string[]): Promise<Map<string, number>>;
}

/**
 * The lock on each document's row makes sequence order commit order: whoever reads row n has read all below it, on
 * every node. All bytes travel as one parameter, cut apart by the database: arrays of bytes would be sent as hex text.
 */
const commitText = (lock: string): string => `
WITH given AS (
  SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::text[])
    AS g(document_id, epoch, start, length, authors)
), locked AS (
  SELECT id, epoch FROM documents WHERE id = ANY($1::uuid[]) ORDER BY id ${lock}
), inserted AS (
  INSERT INTO document_updates (document_id, epoch, update, author_ids)
  SELECT g.document_id, g.epoch, substring($6::bytea FROM g.start FOR g.length),
         string_to_array(g.authors, ',')::uuid[]
  FROM given g JOIN locked l ON l.id = g.document_id AND l.epoch = g.epoch
  RETURNING document_id, seq
)
SELECT string_agg(document_id::text, ',') AS ids, string_agg(seq::text, ',') AS seqs,
  (SELECT count(pg_notify('${DOCUMENTS_CHANNEL}', p)) FROM unnest($7::text[]) p)`;

const COMMIT = {
  name: 'document-commit',
  text: `${commitText('FOR NO KEY UPDATE')}, NULL AS held FROM inserted`,
};

/** A document that is there but could not be locked is held by somebody else. */
const COMMIT_WHAT_IS_FREE = {
  name: 'document-commit-free',
  text: `${commitText('FOR NO KEY UPDATE SKIP LOCKED')},
  (SELECT string_agg(d.id::text, ',') FROM documents d JOIN given g ON g.document_id = d.id AND g.epoch = d.epoch
   WHERE d.id NOT IN (SELECT id FROM locked)) AS held
FROM inserted`,
};

/**
 * @param commitPool of one connection, that nobody else waits for, and that waits for no lock without end
 * @param wakeUps how other nodes hear of the rows: notified in the commit, or published after it
 * @param isAlone there is no other node: nobody is told (a notification would also come back to ourselves)
 */
export function createDocumentStore(
  { pool, commitPool }: { readonly pool: Pool; readonly commitPool: Pool },
  nodeId: string,
  wakeUps: Pick<WakeUps, 'notifiesInCommit' | 'publish'>,
  isAlone: () => boolean,
): DocumentStore {
  return {
    commit: async (rows, skipsHeld) => {
      let start = 1;
      const starts = rows.map((row) => {
        const at = start;
        start += row.update.length;
        return at;
      });
      const ids = rows.map((row) => row.documentId);
      const payloads = isAlone() ? [] : notifications(nodeId, ids);
      const result = await commitPool.query<{ [column in 'ids' | 'seqs' | 'held']: string | null }>({
        ...(skipsHeld ? COMMIT_WHAT_IS_FREE : COMMIT),
        values: [
          arrayOf(ids),
          arrayOf(rows.map((row) => row.epoch)),
          arrayOf(starts),
          arrayOf(rows.map((row) => row.update.length)),
          arrayOf(rows.map((row) => `"${row.authorIds.join(',')}"`)),
          Buffer.concat(rows.map((row) => row.update)),
          wakeUps.notifiesInCommit ? payloads : [],
        ],
      });
      if (!wakeUps.notifiesInCommit && payloads.length > 0) void wakeUps.publish(DOCUMENTS_CHANNEL, payloads);
      const stored = result.rows[0];
      const storedSeqs = stored?.seqs?.split(',') ?? [];
      const seqs = new Map(stored?.ids?.split(',').map((id, index) => [id, BigInt(storedSeqs[index] ?? 0)]));
      const held = new Set(stored?.held?.split(','));
      return ids.map((id) => seqs.get(id) ?? (held.has(id) ? 'held' : null));
    },
    load: (documentId) => loadDocument(pool, documentId),
    readAfter: async (documentId, epoch, after) => {
      const result = await pool.query<{ seq: string; update: Buffer }>({
        name: 'document-read-after',
        text: `SELECT seq, update FROM document_updates
               WHERE document_id = $1 AND seq > $2 AND epoch = $3 ORDER BY seq`,
        values: [documentId, String(after), epoch],
      });
      return result.rows.map((row) => ({ seq: BigInt(row.seq), update: row.update }));
    },
    countAfter: async (documents) => {
      const result = await pool.query<{ document_id: string; rows: string; highest: string }>({
        name: 'document-count-after',
        text: `SELECT g.id AS document_id, count(*) AS rows, max(u.seq) AS highest
               FROM unnest($1::uuid[], $2::bigint[]) AS g(id, after)
               JOIN document_updates u ON u.document_id = g.id AND u.seq > g.after
               GROUP BY g.id`,
        values: [
          arrayOf(documents.map((each) => each.documentId)),
          arrayOf(documents.map((each) => each.after)),
        ],
      });
      return new Map(
        result.rows.map((row) => [row.document_id, { rows: Number(row.rows), highest: BigInt(row.highest) }]),
      );
    },
    epochs: async (documentIds) => {
      const result = await pool.query<{ id: string; epoch: number }>(
        'SELECT id, epoch FROM documents WHERE id = ANY($1::uuid[])',
        [documentIds],
      );
      return new Map(result.rows.map((row) => [row.id, row.epoch]));
    },
  };
}

/** An array as PostgreSQL writes it, of ids and numbers only: the driver would look at every character. */
const arrayOf = (values: readonly (string | number | bigint)[]): string => `{${values.join(',')}}`;

function notifications(nodeId: string, ids: readonly string[]): string[] {
  const payloads: string[] = [];
  for (let i = 0; i < ids.length; i += IDS_PER_NOTIFICATION) {
    payloads.push(`${nodeId}|${ids.slice(i, i + IDS_PER_NOTIFICATION).join(',')}`);
  }
  return payloads;
}
