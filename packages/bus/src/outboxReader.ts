import { LiveEvent, type Topic } from '@hemicycle/contracts';
import type { Logger } from '@hemicycle/observability';
import type { Pool } from 'pg';
import type { BusRecord } from './bus';

/**
 * Rows are written inside transactions, so ids become visible out of order. Ours end within seconds (`db` has
 * PostgreSQL end one that idles for 30 s); what is older than this many milliseconds has all been seen.
 */
const SETTLED_AFTER_MS = 40_000;
/** Against an outage of hours being replayed event by event: beyond this many rows readers start anew. */
const MOST_REPLAYED = 5_000;

export interface OutboxReader {
  /** Marks what exists now as seen. */
  start(): Promise<void>;
  /** Reads these rows, unless seen already. */
  read(ids: readonly bigint[]): Promise<void>;
  /** Finds and reads what no notification told of. */
  heal(): Promise<void>;
}

interface Row {
  id: string;
  topic: string;
  event: unknown;
}

/**
 * Reads the outbox by id, each row once. Memory is bounded: ids are remembered only until they are settled, the
 * rest is one number.
 */
export function createOutboxReader(
  pool: Pool,
  log: Logger,
  deliver: (record: BusRecord) => void,
  gap: () => void,
): OutboxReader {
  /** Everything up to here is settled. */
  let floor = 0n;
  const seen = new Set<bigint>();
  let highest = 0n;
  /** Highest id at moments in the past; turns into the floor when old enough. */
  let marks: { at: number; highest: bigint }[] = [];

  const settle = (): void => {
    const now = Date.now();
    marks.push({ at: now, highest });
    let next = floor;
    marks = marks.filter((mark) => {
      if (now - mark.at < SETTLED_AFTER_MS) return true;
      if (mark.highest > next) next = mark.highest;
      return false;
    });
    if (next === floor) return;
    floor = next;
    for (const id of seen) if (id <= floor) seen.delete(id);
  };

  const take = (rows: readonly Row[]): void => {
    for (const row of rows) {
      const id = BigInt(row.id);
      if (id <= floor || seen.has(id)) continue;
      seen.add(id);
      if (id > highest) highest = id;
      const event = LiveEvent.safeParse(row.event);
      // A newer version of ours may publish what this one does not know, during a rolling update.
      if (!event.success) log.warn({ id: row.id, topic: row.topic }, 'event of an unknown shape');
      else deliver({ id, topic: row.topic as Topic, event: event.data });
    }
  };

  const read = async (ids: readonly bigint[]): Promise<void> => {
    const unseen = ids.filter((id) => id > floor && !seen.has(id));
    if (unseen.length === 0) return;
    const result = await pool.query<Row>(
      'SELECT id, topic, event FROM outbox_events WHERE id = ANY($1::bigint[]) ORDER BY id',
      [unseen.map(String)],
    );
    take(result.rows);
  };

  const start = async (): Promise<void> => {
    const settled = await pool.query<{ floor: string | null }>(
      `SELECT max(id) AS floor FROM outbox_events WHERE created_at < now() - $1 * interval '1 millisecond'`,
      [SETTLED_AFTER_MS],
    );
    floor = BigInt(settled.rows[0]?.floor ?? 0);
    const recent = await pool.query<{ id: string }>('SELECT id FROM outbox_events WHERE id > $1', [
      String(floor),
    ]);
    seen.clear();
    marks = [];
    for (const row of recent.rows) seen.add(BigInt(row.id));
    highest = floor;
    for (const id of seen) if (id > highest) highest = id;
  };

  return {
    read,
    start,
    heal: async () => {
      const result = await pool.query<{ id: string }>(
        'SELECT id FROM outbox_events WHERE id > $1 ORDER BY id DESC LIMIT $2',
        [String(floor), MOST_REPLAYED + seen.size + 1],
      );
      const unseen = result.rows.map((row) => BigInt(row.id)).filter((id) => !seen.has(id));
      if (unseen.length > MOST_REPLAYED) {
        log.warn({ missed: unseen.length }, 'too much was missed, subscribers start anew');
        // First: what they read anew must not be older than what is marked as seen.
        await start();
        gap();
      } else {
        await read(unseen);
      }
      settle();
    },
  };
}
