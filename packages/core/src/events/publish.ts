import type { LiveEvent, Topic } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { type Operation, whenCommitted } from '../operation';

/** The channel the bus listens on; the payload is the outbox row's id. */
export const EVENTS_CHANNEL = 'hemicycle_events';

type Publisher = Pick<Operation, 'db' | 'afterCommit' | 'log' | 'wakeEvents'>;

/**
 * Tells the world that something changed: one outbox row, forgotten when the transaction is rolled back, and one wake-up
 * once it is committed, by PostgreSQL itself or by the bus.
 */
export async function publish(op: Publisher, topic: Topic, event: LiveEvent): Promise<void> {
  await publishAll(op, [[topic, event]]);
}

/** The same for several at once, in their order. */
export async function publishAll(
  op: Publisher,
  events: readonly (readonly [Topic, LiveEvent])[],
): Promise<void> {
  if (events.length === 0) return;
  const { wakeEvents } = op;
  const topics = events.map(([topic]) => topic);
  const bodies = events.map(([, event]) => JSON.stringify(event));
  const inserted = Prisma.sql`
    INSERT INTO outbox_events (topic, event)
    SELECT t.topic, t.event::jsonb
    FROM unnest(${topics}::text[], ${bodies}::text[]) WITH ORDINALITY AS t(topic, event, place) ORDER BY t.place
    RETURNING id`;
  if (wakeEvents === null) {
    await op.db.$queryRaw`
      WITH row AS (${inserted}) SELECT pg_notify(${EVENTS_CHANNEL}, id::text)::text FROM row`;
    return;
  }
  const rows = await op.db.$queryRaw<{ id: string }[]>`WITH row AS (${inserted}) SELECT id::text FROM row`;
  await whenCommitted(op, async () => {
    for (const { id } of rows) wakeEvents(id);
  });
}
