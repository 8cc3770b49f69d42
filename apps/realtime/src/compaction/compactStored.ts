// Not the whole bus: a worker thread reads all it imports when it starts.
import { publishRow } from '@hemicycle/bus/publishRow';
import { extractMentions } from '@hemicycle/collab/extractMentions';
import { extractText } from '@hemicycle/collab/extractText';
import { foldText } from '@hemicycle/core/foldText';
import type { PoolClient } from 'pg';
import { type Compacted, compactDocument } from './compactDocument';
import { inTransaction } from './inTransaction';
import type { CompactResult, CompactTask } from './messages';
import { type StoredMentions, storeMentions } from './storeMentions';

/** Search and excerpts need words, not whole books; a tsvector may not exceed 1 MB. Characters. */
const SEARCHED_TEXT = 200_000;
/** Below this size writing the whole state costs nothing worth saving. Bytes. */
const SMALL_STATE = 256 * 1024;

interface Found {
  spaceId: string;
  epoch: number;
  title: string;
  editedAt: Date;
  throughSeq: bigint;
  state: Buffer | null;
  /** Somebody was named in it. */
  mentions: boolean;
}

interface Row {
  seq: string;
  update: Buffer;
  author_ids: string[];
  created_at: Date;
}

/**
 * Compacts one stored document: reads base and rows, makes the new base outside of any transaction, then swaps it in
 * one, provided that nobody else did meanwhile. Killed at any point it has changed either everything or nothing. The
 * rows stay: they are history, which is thinned by itself. What every document asks has a name, to be planned once.
 */
export async function compactStored(
  client: PoolClient,
  task: CompactTask,
  notifies: boolean,
): Promise<CompactResult> {
  const { kind, documentId } = task;
  const found = await read(client, documentId);
  if (!found) return { kind, documentId, outcome: 'nothing' };
  const rows = await client.query<Row>({
    name: 'compaction-rows',
    text: `SELECT seq, update, author_ids, created_at FROM document_updates
           WHERE document_id = $1 AND seq > $2 AND epoch = $3 ORDER BY seq`,
    values: [documentId, String(found.throughSeq), found.epoch],
  });
  const last = rows.rows.at(-1);
  if (!last) return { kind, documentId, outcome: 'nothing' };
  const compacted = compactDocument({ state: found.state, updates: rows.rows.map((row) => row.update) });
  const text = extractText(compacted.doc);
  const mentions = {
    counts: extractMentions(compacted.doc),
    authors: rows.rows.flatMap((row) => row.author_ids),
  };
  compacted.doc.destroy();
  const tailBytes = rows.rows.reduce((sum, row) => sum + row.update.length, 0);
  const snapshot =
    task.snapshot || compacted.state.length < SMALL_STATE || tailBytes * 4 > compacted.state.length;
  const swap = { documentId, found, compacted, last, text, mentions, snapshot, notifies };
  const written = await inTransaction(client, () => write(client, swap));
  if (!written) return { kind, documentId, outcome: 'lost' };
  if (!snapshot) return { kind, documentId, outcome: 'text', ...written };
  const { state, deletesAt } = compacted;
  return { kind, documentId, outcome: 'written', throughSeq: last.seq, state, deletesAt, ...written };
}

async function read(client: PoolClient, documentId: string): Promise<Found | null> {
  const result = await client.query<{
    space_id: string;
    epoch: number;
    title: string;
    edited_at: Date;
    through_seq: string | null;
    state: Buffer | null;
    mentions: boolean;
  }>({
    name: 'compaction-read',
    text: `SELECT d.space_id, d.epoch, d.title, d.edited_at, s.through_seq, s.state,
             EXISTS (SELECT FROM document_mentions m WHERE m.document_id = d.id) AS mentions
           FROM documents d LEFT JOIN document_snapshots s ON s.document_id = d.id AND s.epoch = d.epoch
           WHERE d.id = $1`,
    values: [documentId],
  });
  const row = result.rows[0];
  if (!row) return null;
  return {
    spaceId: row.space_id,
    epoch: row.epoch,
    title: row.title,
    editedAt: row.edited_at,
    throughSeq: BigInt(row.through_seq ?? 0),
    state: row.state,
    mentions: row.mentions,
  };
}

interface Swap {
  documentId: string;
  found: Found;
  compacted: Compacted;
  last: Row;
  text: string;
  mentions: StoredMentions;
  snapshot: boolean;
  notifies: boolean;
}

/** Null when another compaction came first, or the content was erased; `eventId` where the bus must be woken for it. */
async function write(client: PoolClient, swap: Swap): Promise<{ eventId?: string } | null> {
  const { documentId, found, compacted, last, text, snapshot } = swap;
  const held = await client.query<{ epoch: number; title: string }>({
    name: 'compaction-hold',
    text: 'SELECT epoch, title FROM documents WHERE id = $1 FOR NO KEY UPDATE',
    values: [documentId],
  });
  const document = held.rows[0];
  if (document?.epoch !== found.epoch) return null;
  if (snapshot && !(await swapSnapshot(client, documentId, found, compacted, last.seq))) return null;
  const searched = text.slice(0, SEARCHED_TEXT);
  const edited = last.created_at > found.editedAt;
  await client.query({
    name: 'compaction-text',
    text: `UPDATE documents SET plain_text = $2, search_text = $3, edited_at = greatest(edited_at, $4),
             edited_by_id = CASE WHEN edited_at < $4 THEN coalesce($5, edited_by_id) ELSE edited_by_id END
           WHERE id = $1`,
    values: [
      documentId,
      searched,
      foldText(document.title, searched),
      last.created_at,
      last.author_ids.at(-1) ?? null,
    ],
  });
  if (found.mentions || swap.mentions.counts.size > 0) {
    await storeMentions(client, documentId, swap.mentions);
  }
  if (edited) {
    const { spaceId } = found;
    const event = { type: 'document.changed', spaceId, documentId, change: 'edited' } as const;
    const eventId = await publishRow(client, `space:${spaceId}`, event, swap.notifies);
    if (!swap.notifies) return { eventId };
  }
  return {};
}

/** False when another compaction came first. */
async function swapSnapshot(
  client: PoolClient,
  documentId: string,
  found: Found,
  compacted: Compacted,
  throughSeq: string,
): Promise<boolean> {
  const swapped = await client.query({
    name: 'compaction-swap',
    text: `INSERT INTO document_snapshots (document_id, epoch, through_seq, state, state_vector, deletes_at)
     VALUES ($1, $2, $3, $4, $5, $7)
     ON CONFLICT (document_id) DO UPDATE SET epoch = excluded.epoch, through_seq = excluded.through_seq,
       state = excluded.state, state_vector = excluded.state_vector, deletes_at = excluded.deletes_at,
       created_at = now()
     WHERE document_snapshots.through_seq = $6 OR document_snapshots.epoch < excluded.epoch`,
    values: [
      documentId,
      found.epoch,
      throughSeq,
      Buffer.from(compacted.state),
      Buffer.from(compacted.stateVector),
      String(found.throughSeq),
      compacted.deletesAt,
    ],
  });
  return swapped.rowCount === 1;
}
