import type { LiveEvent, Topic } from '@hemicycle/contracts';
import { EVENTS_CHANNEL } from './EVENTS_CHANNEL';

/** The part of a `pg` client or pool that publishing needs. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: { id: string }[] }>;
}

/**
 * Publishes inside the transaction `client` is in: the outbox row becomes visible with the commit, or not at all. For
 * processes that speak `pg` directly; everything else uses `publish` of core.
 * @param notify whether the commit wakes (`WakeUps.notifiesInCommit`); otherwise call `bus.wake` after it
 * @returns the row's id
 */
export async function publishRow(
  client: Queryable,
  topic: Topic,
  event: LiveEvent,
  notify: boolean,
): Promise<string> {
  const result = await client.query(
    notify
      ? `WITH row AS (INSERT INTO outbox_events (topic, event) VALUES ($1, $2::jsonb) RETURNING id)
         SELECT id, pg_notify('${EVENTS_CHANNEL}', id::text) FROM row`
      : 'INSERT INTO outbox_events (topic, event) VALUES ($1, $2::jsonb) RETURNING id',
    [topic, JSON.stringify(event)],
  );
  return String(result.rows[0]?.id);
}
