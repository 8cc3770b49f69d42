import type { ClientBase, Pool } from 'pg';
import * as Y from 'yjs';
import { joinUpdates } from '../protocol/joinUpdates';
import { buildDocument } from './buildDocument';
import type { HistoryPiece, Span } from './HistoryPiece';
import { readRows, readThinned } from './readPieces';

/** Who wrote when. Bytes are left out. */
export interface HistoryEntry {
  readonly span: Span;
  readonly fromSeq: bigint;
  readonly throughSeq: bigint;
  readonly authorIds: readonly string[];
  readonly beganAt: Date;
  readonly endedAt: Date;
}

/** Against a document of many years. Entries of one page. */
const PAGE = 200;

/** Entries that began before `before`, newest first, a page at a time. */
export async function listHistory(
  client: Pool | ClientBase,
  documentId: string,
  before: Date = new Date(8.64e15),
): Promise<HistoryEntry[]> {
  const { rows } = await client.query<{
    span: Span;
    from_seq: string;
    through_seq: string;
    author_ids: string[];
    began_at: Date;
    ended_at: Date;
  }>(
    `SELECT * FROM (
       SELECT h.span::text AS span, h.from_seq, h.through_seq, h.author_ids, h.began_at, h.ended_at
       FROM document_history h JOIN documents d ON d.id = h.document_id AND d.epoch = h.epoch
       WHERE h.document_id = $1
       UNION ALL
       SELECT 'row', u.seq, u.seq, u.author_ids, u.created_at, u.created_at
       FROM document_updates u JOIN documents d ON d.id = u.document_id AND d.epoch = u.epoch
       WHERE u.document_id = $1
     ) entries WHERE began_at < $2 ORDER BY began_at DESC, from_seq DESC LIMIT ${PAGE}`,
    [documentId, before],
  );
  return rows.map((row) => ({
    span: row.span,
    fromSeq: BigInt(row.from_seq),
    throughSeq: BigInt(row.through_seq),
    authorIds: row.author_ids,
    beganAt: row.began_at,
    endedAt: row.ended_at,
  }));
}

export interface PastState {
  /** The document as it was, as a Yjs v1 update; nothing of what was deleted later is missing. */
  readonly update: Uint8Array;
  /** The moment it is from: at most one stretch of thinning before the one asked for. */
  readonly asOf: Date;
}

/** What a document was at a moment; null when it was not there, or its history does not reach back so far. */
export async function readStateAt(
  client: Pool | ClientBase,
  documentId: string,
  moment: Date,
): Promise<PastState | null> {
  const pieces = await readThinned(client, documentId);
  const asOf = settled(pieces, moment);
  if (pieces.some(({ span, endedAt }) => span === 'origin' && endedAt > asOf)) return null;
  const updates = pieces.filter(({ endedAt }) => endedAt <= asOf).map(({ update }) => update);
  for await (const page of readRows(client, documentId, null)) {
    const later = page.findIndex(({ endedAt }) => endedAt > asOf);
    const told = later < 0 ? page : page.slice(0, later);
    if (told.length > 0) updates.push(joinUpdates(told.map(({ update }) => update)));
    if (later >= 0) break;
  }
  return updates.length === 0 ? null : { update: compact(updates), asOf };
}

/** The last moment at which no piece was half written: pieces of one stretch build on each other. */
function settled(pieces: readonly HistoryPiece[], moment: Date): Date {
  let at = moment.getTime();
  for (;;) {
    const open = pieces.filter((piece) => piece.beganAt.getTime() <= at && piece.endedAt.getTime() > at);
    if (open.length === 0) return new Date(at);
    at = Math.min(...open.map((piece) => piece.beganAt.getTime())) - 1;
  }
}

function compact(updates: readonly Uint8Array[]): Uint8Array {
  const doc = buildDocument(updates);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
