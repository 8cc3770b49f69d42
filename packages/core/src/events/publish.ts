import type { LiveEvent, Topic } from '@hemicycle/contracts';
import { type Operation, whenCommitted } from '../operation';

/** The channel the bus listens on; the payload is the outbox row's id. */
export const EVENTS_CHANNEL = 'hemicycle_events';

/**
 * Tells the world that something changed: one outbox row, forgotten when the transaction is rolled back, and one wake-up
 * once it is committed, by PostgreSQL itself or by the bus.
 */
export async function publish(
  op: Pick<Operation, 'db' | 'afterCommit' | 'log' | 'wakeEvents'>,
  topic: Topic,
  event: LiveEvent,
): Promise<void> {
  const { wakeEvents } = op;
  if (wakeEvents === null) {
    await op.db.$queryRaw`
      WITH row AS (
        INSERT INTO outbox_events (topic, event) VALUES (${topic}, ${JSON.stringify(event)}::jsonb) RETURNING id
      )
      SELECT pg_notify(${EVENTS_CHANNEL}, id::text)::text FROM row`;
    return;
  }
  const [row] = await op.db.$queryRaw<{ id: string }[]>`
    INSERT INTO outbox_events (topic, event) VALUES (${topic}, ${JSON.stringify(event)}::jsonb) RETURNING id::text`;
  if (row) await whenCommitted(op, async () => wakeEvents(row.id));
}

/** The same for several at once. */
export async function publishAll(
  op: Pick<Operation, 'db'>,
  events: readonly (readonly [Topic, LiveEvent])[],
): Promise<void> {
  if (events.length === 0) return;
  const topics = events.map(([topic]) => topic);
  const bodies = events.map(([, event]) => JSON.stringify(event));
  await op.db.$queryRaw`
    WITH row AS (
      INSERT INTO outbox_events (topic, event)
      SELECT t.topic, t.event::jsonb FROM unnest(${topics}::text[], ${bodies}::text[]) AS t(topic, event)
      RETURNING id
    )
    SELECT pg_notify(${EVENTS_CHANNEL}, id::text)::text FROM row`;
}
