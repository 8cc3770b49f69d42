import type { Database } from '@hemicycle/db';

const DAY = 24 * 60 * 60 * 1000;
/** An ended session is kept this long, to answer questions about it. Days. */
const SESSION_DAYS = 30;
/** An answered request is kept this long; what was given is in the audit trail. Days. */
const REQUEST_DAYS = 90;
/** Longer than any process lags behind; the audit trail is what is kept. Days. */
const OUTBOX_DAYS = 3;
/** What somebody was told of is told for so long. Days. */
const NOTIFICATION_DAYS = 90;
/** A mail that went out, or that nobody sends, is forgotten after so long. Days. */
const MAIL_DAYS = 7;

/** Removes what has served its time: tickets, token ids, idempotency keys, old sessions and delivered events. */
export async function purgeExpired(database: Database, now: Date): Promise<void> {
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY);
  await database.ticket.deleteMany({ where: { expiresAt: { lt: now } } });
  await database.seenToken.deleteMany({ where: { expiresAt: { lt: now } } });
  await database.idempotencyKey.deleteMany({ where: { createdAt: { lt: ago(1) } } });
  await database.session.deleteMany({ where: { expiresAt: { lt: ago(SESSION_DAYS) } } });
  await database.accessRequest.deleteMany({ where: { answeredAt: { lt: ago(REQUEST_DAYS) } } });
  await database.notification.deleteMany({ where: { createdAt: { lt: ago(NOTIFICATION_DAYS) } } });
  await database.mailJob.deleteMany({ where: { endedAt: { lt: ago(MAIL_DAYS) } } });
  await database.mailJob.deleteMany({ where: { endedAt: null, dueAt: { lt: ago(MAIL_DAYS) } } });
  await database.guestToken.deleteMany({ where: { expiresAt: { lt: now } } });
  await database.guestCode.deleteMany({ where: { createdAt: { lt: ago(1) } } });
  await database.outboxEvent.deleteMany({ where: { createdAt: { lt: ago(OUTBOX_DAYS) } } });
}
