import { NOTIFICATION_DEFAULTS, NotificationSettings } from '@hemicycle/contracts';
import { accountOf, inTransaction, type Operation } from '../operation';
import { replanMail } from './notify';

/** How the caller wants to be told; what a row of another version does not say falls back. */
export async function getNotificationSettings(op: Operation): Promise<NotificationSettings> {
  const { userId } = accountOf(op);
  const row = await op.db.notificationSettings.findUnique({ where: { userId } });
  if (row === null) return NOTIFICATION_DEFAULTS;
  const { mail, dailyHour, timeZone, quietFrom, quietUntil, ways } = row;
  const parsed = NotificationSettings.safeParse({
    mail,
    dailyHour,
    timeZone,
    quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
    ways: { ...NOTIFICATION_DEFAULTS.ways, ...(typeof ways === 'object' ? ways : {}) },
  });
  return parsed.success ? parsed.data : NOTIFICATION_DEFAULTS;
}

/** From now on it is so; a mail that is planned already goes out when it would be now, or not at all. */
export async function setNotificationSettings(
  op: Operation,
  settings: NotificationSettings,
): Promise<NotificationSettings> {
  const { userId } = accountOf(op);
  return inTransaction(op, async (op) => {
    const { quiet, ...rest } = settings;
    const data = { ...rest, quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null };
    await op.db.notificationSettings.upsert({
      where: { userId },
      create: { userId, ...data },
      update: data,
      select: { userId: true },
    });
    await replanMail(op, userId);
    return getNotificationSettings(op);
  });
}
