import { type MailTaskOf, makeInvitation, type Operation } from '@hemicycle/core';
import { formatLocale } from '@hemicycle/i18n';
import { getPlainTranslator } from '@hemicycle/i18n/plain';
import type { ComposedMail } from '../MailMessage';
import { mailAddress } from '../mailAddress';
import type { ComposeParts } from './ComposeParts';
import { wayInAddress } from './wayInAddress';

/** An invitation from outside: who invites to what, until when, and the one way in. */
export async function composeGuestInvitation(
  op: Operation,
  { publicOrigin }: ComposeParts,
  task: MailTaskOf<'guestInvitation'>,
): Promise<ComposedMail | null> {
  const way = await makeInvitation(op, task);
  const to = way && mailAddress(way.name, way.email);
  if (way === null || to === null) return null;
  const { locale, inviter, organisation, title, resourceType, until } = way;
  const t = getPlainTranslator(locale, 'mail');
  const day = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return {
    to,
    content: {
      locale,
      subject: t('guestInvitation.subject', { name: inviter, title }),
      heading: t('guestInvitation.heading', { title }),
      paragraphs: [
        t(`guestInvitation.${resourceType}`, { name: inviter, organisation, title }),
        t('guestInvitation.noAccount'),
        ...(until === null ? [] : [t('guestInvitation.until', { day: day.format(until) })]),
      ],
      action: { label: t('guestInvitation.action'), url: wayInAddress(publicOrigin, way.token) },
      footer: [t('guestInvitation.why', { name: inviter, organisation })],
    },
  };
}
