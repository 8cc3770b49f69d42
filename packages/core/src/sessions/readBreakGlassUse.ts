import type { Locale } from '@hemicycle/contracts';
import { readPreferences } from '../account/getMe';
import { getNotificationSettings } from '../notifications/notificationSettings';
import { createOperation, type Operation } from '../operation';

export interface BreakGlassUse {
  readonly name: string;
  /** Empty: they have no mailbox. */
  readonly email: string;
  /** Null: never chosen. */
  readonly locale: Locale | null;
  readonly timeZone: string;
  readonly since: Date;
}

/**
 * What an administrator is told of a sign-in with the break-glass password; null: they are none any more.
 * @param op of the system: it acts for nobody
 */
export async function readBreakGlassUse(
  op: Operation,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<BreakGlassUse | null> {
  const administrator = { id: userId, organisationRole: 'administrator', disabledAt: null } as const;
  const [user, session] = await Promise.all([
    op.db.user.findFirst({ where: administrator }),
    op.db.session.findUnique({ where: { id: sessionId }, select: { createdAt: true } }),
  ]);
  if (user === null || session === null) return null;
  const { organisationId, organisationRole, name, email, preferences } = user;
  const actor = { kind: 'account', userId, organisationId, organisationRole, sessionId: userId } as const;
  const { timeZone } = await getNotificationSettings(createOperation({ ...op, actor }));
  return { name, email, locale: readPreferences(preferences).locale, timeZone, since: session.createdAt };
}
