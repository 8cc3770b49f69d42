import type { LiveEvent, Topic } from '@hemicycle/contracts';
import type { Operation } from '../operation';

/** The channel the bus listens on; the payload is the outbox row's id. */
export const EVENTS_CHANNEL = 'hemicycle_events';

/**
 * Tells the world that something changed: one outbox row and one notification, which Postgres delivers when the
 * transaction commits and forgets when it does not.
 */
export async function publish(op: Pick<Operation, 'db'>, topic: Topic, event: LiveEvent): Promise<void> {
  await op.db.$queryRaw`
    WITH row AS (
      INSERT INTO outbox_events (topic, event) VALUES (${topic}, ${JSON.stringify(event)}::jsonb) RETURNING id
    )
    SELECT pg_notify(${EVENTS_CHANNEL}, id::text)::text FROM row`;
}
