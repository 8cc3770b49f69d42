import { LIMITS, type Locale, type Notification } from '@hemicycle/contracts';
import type { Db } from '@hemicycle/db';
import { readPreferences } from '../account/getMe';
import { GUEST_ISSUER } from '../guests/guestIdentity';
import { createOperation, type Operation } from '../operation';
import { NOTIFICATION_ROW } from './notificationRow';
import { getNotificationSettings } from './notificationSettings';
import { presentNotifications } from './presentNotifications';

export interface Digest {
  readonly name: string;
  readonly email: string;
  /** Null: never chosen. */
  readonly locale: Locale | null;
  /** Has no account to sign in with. */
  readonly guest: boolean;
  readonly timeZone: string;
  /** Oldest first; what the person may not see any more is not among them. */
  readonly notifications: readonly Notification[];
  /** There are more that do not fit. */
  readonly more: boolean;
  /** To be run where it is noted that the mail went out. */
  readonly mailed: (db: Db) => Promise<void>;
}

/**
 * What one mail would tell somebody now: everything neither read nor mailed that they may still see. Null when there is
 * nothing, when they want no mail, or cannot sign in.
 * @param op of the system: it acts for nobody
 */
export async function readDigest(op: Operation, userId: string): Promise<Digest | null> {
  const user = await op.db.user.findFirst({ where: { id: userId, disabledAt: null } });
  if (user === null) return null;
  const { organisationId, organisationRole, email, name, preferences } = user;
  // Rights are asked as the person; the mail is no session, and nothing it asks looks at one.
  const actor = { kind: 'account', userId, organisationId, organisationRole, sessionId: userId } as const;
  const theirs = createOperation({ ...op, actor });
  const settings = await getNotificationSettings(theirs);
  if (settings.mail === 'off' || email === '') return null;
  const rows = await op.db.notification.findMany({
    where: { userId, readAt: null, mailedAt: null },
    orderBy: { id: 'asc' },
    take: LIMITS.mailedNotifications + 1,
    select: NOTIFICATION_ROW,
  });
  const taken = rows.slice(0, LIMITS.mailedNotifications);
  const presented = await presentNotifications(theirs, taken);
  const notifications = presented.filter(({ place }) => place !== null);
  if (notifications.length === 0) {
    // Or what is the person's to see would wait behind it.
    const hidden = { id: { in: taken.map(({ id }) => id) } };
    await op.db.notification.updateMany({ where: hidden, data: { mailedAt: op.now } });
    return rows.length > taken.length ? readDigest(op, userId) : null;
  }
  return {
    name,
    email,
    locale: readPreferences(preferences).locale,
    guest: user.issuer === GUEST_ISSUER,
    timeZone: settings.timeZone,
    notifications,
    more: rows.length > taken.length,
    mailed: async (db) => {
      // What did not fit is in the bell: a mail that follows at once would be no help.
      await db.notification.updateMany({
        where: { userId, mailedAt: null, createdAt: { lte: op.now } },
        data: { mailedAt: op.now },
      });
    },
  };
}
