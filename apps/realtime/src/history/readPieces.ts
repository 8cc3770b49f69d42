import type { ClientBase, Pool } from 'pg';
import type { HistoryPiece, Span } from './HistoryPiece';

interface PieceRow {
  span: Span;
  from_seq: string;
  through_seq: string;
  update: Buffer;
  author_ids: string[];
  began_at: Date;
  ended_at: Date;
}

/** Against a day's log in memory at once. Rows. */
const PAGE = 5_000;

/** Pieces of the document's present epoch that are more than a row, in the order of their first rows. */
export async function readThinned(client: Pool | ClientBase, documentId: string): Promise<HistoryPiece[]> {
  const { rows } = await client.query<PieceRow>(
    `SELECT h.span::text AS span, h.from_seq, h.through_seq, h.update, h.author_ids, h.began_at, h.ended_at
     FROM document_history h JOIN documents d ON d.id = h.document_id AND d.epoch = h.epoch
     WHERE h.document_id = $1 ORDER BY h.from_seq`,
    [documentId],
  );
  return rows.map(pieceOf);
}

/** Rows of the document's present epoch through `throughSeq`, in order, as pages of pieces. */
export async function* readRows(
  client: Pool | ClientBase,
  documentId: string,
  throughSeq: bigint | null,
): AsyncGenerator<HistoryPiece[]> {
  let after = 0n;
  for (;;) {
    const { rows } = await client.query<PieceRow>(
      `SELECT 'row' AS span, u.seq AS from_seq, u.seq AS through_seq, u.update, u.author_ids,
              u.created_at AS began_at, u.created_at AS ended_at
       FROM document_updates u JOIN documents d ON d.id = u.document_id AND d.epoch = u.epoch
       WHERE u.document_id = $1 AND u.seq > $2 AND ($3::bigint IS NULL OR u.seq <= $3)
       ORDER BY u.seq LIMIT ${PAGE}`,
      [documentId, String(after), throughSeq === null ? null : String(throughSeq)],
    );
    const pieces = rows.map(pieceOf);
    const last = pieces.at(-1);
    if (!last) return;
    yield pieces;
    if (pieces.length < PAGE) return;
    after = last.fromSeq;
  }
}

function pieceOf(row: PieceRow): HistoryPiece {
  return {
    span: row.span,
    fromSeq: BigInt(row.from_seq),
    throughSeq: BigInt(row.through_seq),
    update: row.update,
    authorIds: [...row.author_ids].sort(),
    beganAt: row.began_at,
    endedAt: row.ended_at,
  };
}
