import type { PoolClient } from 'pg';
import * as Y from 'yjs';
import { inTransaction } from '../compaction/inTransaction';
import { sameDocument } from '../compaction/sameDocument';
import { joinUpdates } from '../protocol/joinUpdates';
import { buildDocument } from './buildDocument';
import type { HistoryPiece } from './HistoryPiece';
import { readRows, readThinned } from './readPieces';
import { ROWS_KEPT_MS, thinPieces } from './thinPieces';

/** Against a long log in memory, and in one transaction. Rows; the others follow at the next turn. */
const MOST_ROWS = 20_000;

/** `lost`: the document was changed by somebody else meanwhile, and is left to the next time. */
export type ThinOutcome = 'thinned' | 'nothing' | 'lost';

interface Base {
  readonly epoch: number;
  readonly throughSeq: bigint;
  readonly state: Buffer;
}

/**
 * Thins the history of one document (`thinPieces` tells how). All is read and joined outside of any transaction, then
 * rows and pieces are replaced in one, provided that they are still those that were read. Killed at any point it has
 * changed everything or nothing, and doing it again changes nothing more.
 * @throws when the pieces do not make up the compacted document: then every row stays where it is.
 */
export async function thinStored(client: PoolClient, documentId: string, now: Date): Promise<ThinOutcome> {
  const base = await readBase(client, documentId);
  if (!base) return 'nothing';
  const { before, younger } = await read(client, documentId, base.throughSeq, now);
  const after = thinPieces(before, now);
  const [stay, was] = [new Set(after), new Set(before)];
  const gone = before.filter((piece) => !stay.has(piece));
  const made = after.filter((piece) => !was.has(piece));
  if (made.length === 0) return 'nothing';
  verify([...after.map(({ update }) => update), ...younger], base.state);
  const replaced = await inTransaction(client, () => replace(client, documentId, base.epoch, gone, made));
  return replaced ? 'thinned' : 'lost';
}

async function readBase(client: PoolClient, documentId: string): Promise<Base | null> {
  const { rows } = await client.query<{ epoch: number; through_seq: string; state: Buffer }>(
    `SELECT s.epoch, s.through_seq, s.state FROM document_snapshots s
     JOIN documents d ON d.id = s.document_id AND d.epoch = s.epoch WHERE d.id = $1`,
    [documentId],
  );
  const row = rows[0];
  return row ? { epoch: row.epoch, throughSeq: BigInt(row.through_seq), state: row.state } : null;
}

/** What may be thinned, and, joined page by page, the rows that are too young for it. */
async function read(
  client: PoolClient,
  documentId: string,
  throughSeq: bigint,
  now: Date,
): Promise<{ before: HistoryPiece[]; younger: Uint8Array[] }> {
  const before = await readThinned(client, documentId);
  const younger: Uint8Array[] = [];
  let old = 0;
  for await (const page of readRows(client, documentId, throughSeq)) {
    const age = now.getTime() - (page[0]?.endedAt.getTime() ?? 0);
    if (age > ROWS_KEPT_MS && old < MOST_ROWS) {
      before.push(...page);
      old += page.length;
    } else younger.push(joinUpdates(page.map(({ update }) => update)));
  }
  return { before, younger };
}

function verify(updates: readonly Uint8Array[], state: Uint8Array): void {
  const [told, compacted] = [buildDocument(updates), new Y.Doc()];
  Y.applyUpdate(compacted, state);
  const same = sameDocument(told, compacted);
  told.destroy();
  compacted.destroy();
  if (!same) throw new Error('the history does not make up the compacted document');
}

/** False when anything is not as it was read. */
async function replace(
  client: PoolClient,
  documentId: string,
  epoch: number,
  gone: readonly HistoryPiece[],
  made: readonly HistoryPiece[],
): Promise<boolean> {
  // Whoever erases the content raises the epoch first: one of us waits for the other here.
  const held = await client.query<{ epoch: number }>(
    'SELECT epoch FROM documents WHERE id = $1 FOR NO KEY UPDATE',
    [documentId],
  );
  if (held.rows[0]?.epoch !== epoch) return false;
  const rows = gone.filter(({ span }) => span === 'row').map(({ fromSeq }) => String(fromSeq));
  const pieces = gone.filter(({ span }) => span !== 'row').map(({ fromSeq }) => String(fromSeq));
  const deletedRows = await client.query(
    'DELETE FROM document_updates WHERE document_id = $1 AND epoch = $2 AND seq = ANY($3::bigint[])',
    [documentId, epoch, rows],
  );
  const deletedPieces = await client.query(
    'DELETE FROM document_history WHERE document_id = $1 AND epoch = $2 AND from_seq = ANY($3::bigint[])',
    [documentId, epoch, pieces],
  );
  if (deletedRows.rowCount !== rows.length || deletedPieces.rowCount !== pieces.length) return false;
  for (const piece of made) await insert(client, documentId, epoch, piece);
  return true;
}

async function insert(
  client: PoolClient,
  documentId: string,
  epoch: number,
  piece: HistoryPiece,
): Promise<void> {
  await client.query(
    `INSERT INTO document_history
       (document_id, epoch, from_seq, through_seq, span, update, author_ids, began_at, ended_at)
     VALUES ($1, $2, $3, $4, $5::"HistorySpan", $6, $7, $8, $9)`,
    [
      documentId,
      epoch,
      String(piece.fromSeq),
      String(piece.throughSeq),
      piece.span,
      Buffer.from(piece.update),
      piece.authorIds,
      piece.beganAt,
      piece.endedAt,
    ],
  );
}
