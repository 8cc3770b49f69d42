import type { LiveEvent, Topic } from '@hemicycle/contracts';
import { EVENTS_CHANNEL } from './createPostgresBus';

/** The part of a `pg` client or pool that publishing needs. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/**
 * Publishes inside the transaction `client` is in: the outbox row and its notification become visible with the
 * commit, or not at all. For processes that speak `pg` directly; everything else uses `publish` of core.
 */
export async function publishRow(client: Queryable, topic: Topic, event: LiveEvent): Promise<void> {
  await client.query(
    `WITH row AS (INSERT INTO outbox_events (topic, event) VALUES ($1, $2::jsonb) RETURNING id)
     SELECT pg_notify('${EVENTS_CHANNEL}', id::text) FROM row`,
    [topic, JSON.stringify(event)],
  );
}
