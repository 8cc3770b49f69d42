import { LIMITS, NOTIFICATION_DEFAULTS, type NotificationKind } from '@hemicycle/contracts';
import { newId, Prisma, readRows } from '@hemicycle/db';
import { publishAll } from '../events/publish';
import { queueRows } from '../mail/queueMail';
import type { Operation } from '../operation';

export interface Notice {
  readonly kind: NotificationKind;
  /** Null: not known, or several people. */
  readonly actorId: string | null;
  readonly spaceId: string;
  readonly documentId?: string | null;
  readonly messageId?: string | null;
  /** The same thing is told to the same person once. */
  readonly key: string;
}

type Notifier = Pick<Operation, 'db' | 'now' | 'afterCommit' | 'log' | 'wakeEvents'>;

/**
 * Tells people of something, in the transaction of the thing itself: a row each, their pages hear of it with the commit,
 * and a mail is planned as each wants it. Nobody is told of what they did themselves, nor of a kind they do not want.
 */
export async function notify(op: Notifier, userIds: readonly string[], notice: Notice): Promise<void> {
  const people = [...new Set(userIds)].filter((id) => id !== notice.actorId).slice(0, LIMITS.accessEvents);
  if (people.length === 0) return;
  const { kind, actorId, spaceId, documentId = null, messageId = null, key } = notice;
  const ids = people.map(() => newId());
  const told = await readRows<{ userId: string }>(
    op.db,
    Prisma.sql`
    INSERT INTO notifications (id, user_id, kind, actor_id, space_id, document_id, message_id, key, created_at, mailed_at)
    SELECT t.id, u.id, ${kind}::"NotificationKind", ${actorId}::uuid, ${spaceId}::uuid, ${documentId}::uuid,
      ${messageId}::uuid, ${key}, ${op.now}::timestamptz,
      CASE WHEN ${wayOf(kind)} = 'mail' THEN NULL ELSE ${op.now}::timestamptz END
    FROM unnest(${ids}::uuid[], ${people}::uuid[]) AS t(id, user_id)
    JOIN users u ON u.id = t.user_id AND u.disabled_at IS NULL
    LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE ${wayOf(kind)} <> 'none'
    ON CONFLICT (user_id, key) DO NOTHING
    RETURNING user_id AS "userId"`,
  );
  const reached = told.map(({ userId }) => userId);
  await tellChanged(op, reached);
  await planMail(op, reached);
}

/** Their pages count anew. */
export async function tellChanged(op: Notifier, userIds: readonly string[]): Promise<void> {
  await publishAll(
    op,
    userIds.map((userId) => [`user:${userId}`, { type: 'notifications.changed', userId }]),
  );
}

/** One mail each for whoever has something that was not mailed, at the time they want it. Settings are read now. */
export async function planMail(op: Notifier, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const { mail, dailyHour, timeZone, quiet } = NOTIFICATION_DEFAULTS;
  const ids = userIds.map(() => newId());
  await queueRows(
    op,
    Prisma.sql`
    SELECT t.id, 'notifications', jsonb_build_object('kind', 'notifications', 'userId', t.user_id),
      'notifications:' || t.user_id, due.at, ${op.now}::timestamptz
    FROM unnest(${ids}::uuid[], ${[...userIds]}::uuid[]) AS t(id, user_id)
    LEFT JOIN notification_settings s ON s.user_id = t.user_id
    CROSS JOIN LATERAL (SELECT CASE WHEN s.user_id IS NULL
      THEN mail_due(${op.now}::timestamptz, ${SOON}, ${mail}, ${dailyHour}::int, ${timeZone}, ${quiet?.from ?? null}::int,
        ${quiet?.until ?? null}::int)
      ELSE mail_due(${op.now}::timestamptz, ${SOON}, s.mail, s.daily_hour, s.time_zone, s.quiet_from, s.quiet_until)
      END AS at) due
    WHERE due.at IS NOT NULL AND EXISTS (
      SELECT FROM notifications n WHERE n.user_id = t.user_id AND n.read_at IS NULL AND n.mailed_at IS NULL)`,
  );
}

/** What was planned for somebody no longer fits what they have not read, or how they want to be told of it. */
export async function replanMail(op: Notifier, userId: string): Promise<void> {
  await op.db.mailJob.deleteMany({ where: { key: `notifications:${userId}`, endedAt: null } });
  await planMail(op, [userId]);
}

const SOON = Prisma.sql`make_interval(secs => ${LIMITS.mailAfterSeconds}::float8)`;

/** SQL expression over `notification_settings s`, which may be absent: how the person is told of the kind. */
function wayOf(kind: NotificationKind): Prisma.Sql {
  return Prisma.sql`coalesce(s.ways ->> ${kind}, ${NOTIFICATION_DEFAULTS.ways[kind]})`;
}
