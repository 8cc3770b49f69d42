import { type Notification, placePath } from '@hemicycle/contracts';
import { type MailTaskOf, makeWayBack, type Operation, readDigest } from '@hemicycle/core';
import { defaultLocale, formatLocale } from '@hemicycle/i18n';
import { getPlainTranslator } from '@hemicycle/i18n/plain';
import type { ComposedMail, MailItem } from '../MailMessage';
import { mailAddress } from '../mailAddress';
import type { ComposeParts } from './ComposeParts';
import { wayInAddress } from './wayInAddress';

/** What somebody has not read yet, in one mail: where it happened and a few words, as they may see it now. */
export async function composeNotifications(
  op: Operation,
  { publicOrigin }: ComposeParts,
  { userId }: MailTaskOf<'notifications'>,
): Promise<ComposedMail | null> {
  const digest = await readDigest(op, userId);
  const to = digest && mailAddress(digest.name, digest.email);
  if (digest === null || to === null) return null;
  // Somebody without an account cannot sign in at a page: one way in leads back to everything.
  const way = digest.guest ? await makeWayBack(op, userId) : null;
  if (digest.guest && way === null) return null;
  const locale = digest.locale ?? way?.locale ?? defaultLocale;
  const t = getPlainTranslator(locale, 'mail');
  const time = new Intl.DateTimeFormat(formatLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: digest.timeZone,
  });
  const titleOf = ({ kind, actor, place }: Notification): string => {
    const where = place?.title ?? '';
    const inDocument = place !== null && place.documentId !== null;
    if (actor === null) return t(`notifications.${kind}.nobody`, { where });
    if (kind === 'mention' && inDocument)
      return t('notifications.mention.inDocument', { name: actor.name, where });
    return t(`notifications.${kind}.somebody`, { name: actor.name, where });
  };
  const items = digest.notifications.map(
    (notification): MailItem => ({
      title: titleOf(notification),
      text: [notification.place?.message?.excerpt, time.format(new Date(notification.createdAt))]
        .filter(Boolean)
        .join(' · '),
      url: way === null && notification.place ? `${publicOrigin}${placePath(notification.place)}` : null,
    }),
  );
  const [first] = digest.notifications;
  const count = items.length;
  return {
    to,
    sent: digest.mailed,
    content: {
      locale,
      subject: count === 1 && first ? titleOf(first) : t('notifications.subject', { count }),
      heading: t('notifications.heading', { count }),
      paragraphs: [t('notifications.intro')],
      items,
      ...(digest.more && { action: { label: t('notifications.more'), url: `${publicOrigin}/` } }),
      ...(way && { action: { label: t('guestReturn.action'), url: wayInAddress(publicOrigin, way.token) } }),
      footer: [t('notifications.why', { address: `${publicOrigin}/settings` })],
    },
  };
}
