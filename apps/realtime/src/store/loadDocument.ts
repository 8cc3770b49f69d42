import type { Pool } from 'pg';

/** A compacted state. */
export interface Base {
  readonly state: Uint8Array;
  /** Where its delete set begins; null when that is not known. */
  readonly deletesAt: number | null;
}

export interface LoadedDocument {
  readonly epoch: number;
  /** Compacted state through `throughSeq`, or null when there is none yet. */
  readonly snapshot: (Base & { throughSeq: bigint; stateVector: Uint8Array }) | null;
  /** The rows above it, in order; `throughSeq` is that of the last. */
  readonly tail: { readonly throughSeq: bigint; readonly updates: readonly Uint8Array[] } | null;
}

interface Found {
  epoch: number;
  through_seq: string | null;
  state_bytes: number | null;
  state: Buffer | null;
  state_vector: Buffer | null;
  deletes_at: number | null;
  last: string | null;
  lengths: string | null;
  bytes: Buffer | null;
}

/** A larger state is read in parts: of one piece the driver makes several times its bytes in strings. Bytes. */
const WHOLE_STATE = 256 * 1024;
const STATE_PART = 48 * 1024;
/** Against a document that is compacted again and again while it is opened. */
const MOST_ATTEMPTS = 5;

/**
 * Everything in one statement, and so of one moment. The rows come as one value, to be cut apart here: a long log of
 * small rows costs ten times as much when the driver takes it up row by row.
 */
const LOAD = `
SELECT d.epoch, s.through_seq, octet_length(s.state) AS state_bytes, s.state_vector, s.deletes_at,
       t.last, t.lengths, t.bytes,
       CASE WHEN octet_length(s.state) <= ${WHOLE_STATE} THEN s.state END AS state
FROM documents d
LEFT JOIN document_snapshots s ON s.document_id = d.id AND s.epoch = d.epoch
CROSS JOIN LATERAL (
  SELECT max(u.seq) AS last, string_agg(length(u.update)::text, ',' ORDER BY u.seq) AS lengths,
         string_agg(u.update, ''::bytea ORDER BY u.seq) AS bytes
  FROM document_updates u
  WHERE u.document_id = d.id AND u.epoch = d.epoch AND u.seq > coalesce(s.through_seq, 0)
) t
WHERE d.id = $1`;

/** `||` has it unpacked once, not for every part. */
const LOAD_STATE = `
WITH s AS MATERIALIZED (
  SELECT state || ''::bytea AS state FROM document_snapshots
  WHERE document_id = $1 AND epoch = $2 AND through_seq = $3
)
SELECT substring(s.state FROM i FOR ${STATE_PART}) AS part
FROM s, generate_series(1, length(s.state), ${STATE_PART}) i ORDER BY i`;

/** Everything of a document, or null when it does not exist. */
export async function loadDocument(pool: Pool, documentId: string): Promise<LoadedDocument | null> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const found = await pool.query<Found>({ name: 'document-load', text: LOAD, values: [documentId] });
    const row = found.rows[0];
    if (!row) return null;
    const { epoch, through_seq, state_vector, last, lengths, bytes } = row;
    const state = row.state ?? (await readState(pool, documentId, row));
    // Compacted or erased between the two statements: the rows that were read belong to a state that is gone.
    if (state === null && row.state_bytes !== null) continue;
    const snapshot =
      through_seq !== null && state && state_vector
        ? { throughSeq: BigInt(through_seq), state, stateVector: state_vector, deletesAt: row.deletes_at }
        : null;
    const tail =
      last !== null && lengths !== null && bytes
        ? { throughSeq: BigInt(last), updates: cut(bytes, lengths.split(',')) }
        : null;
    return { epoch, snapshot, tail };
  }
  throw new Error('the document was compacted faster than it could be read');
}

async function readState(pool: Pool, documentId: string, found: Found): Promise<Uint8Array | null> {
  if (found.state_bytes === null) return null;
  const { rows } = await pool.query<{ part: Buffer }>({
    name: 'document-load-state',
    text: LOAD_STATE,
    values: [documentId, found.epoch, found.through_seq],
  });
  return rows.length === 0 ? null : Buffer.concat(rows.map(({ part }) => part));
}

function cut(bytes: Uint8Array, lengths: readonly string[]): Uint8Array[] {
  let end = 0;
  return lengths.map((length) => {
    const start = end;
    end += Number(length);
    return bytes.subarray(start, end);
  });
}
