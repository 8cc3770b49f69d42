import type { Notification } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { PERSON, presentPerson } from '../people/presentPerson';
import type { NotificationRow } from './notificationRow';
import { readPlaces } from './readPlaces';

/** Notifications of the caller as they may see them now. A fixed number of queries, however many. */
export async function presentNotifications(
  op: Operation,
  rows: readonly NotificationRow[],
): Promise<Notification[]> {
  if (rows.length === 0) return [];
  const places = await readPlaces(op, rows);
  const actorIds = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
  const actors = await op.db.user.findMany({ where: { id: { in: actorIds } }, select: PERSON });
  const byId = new Map(actors.map((row) => [row.id, presentPerson(row)]));
  return rows.map(({ id, kind, actorId, createdAt, readAt }, index) => {
    const place = places[index] ?? null;
    return {
      id,
      kind,
      // Who it was says something of the place, too.
      actor: place === null || actorId === null ? null : (byId.get(actorId) ?? null),
      place,
      createdAt: createdAt.toISOString(),
      read: readAt !== null,
    };
  });
}
