import { type MailTaskOf, makeWaysBack, type Operation } from '@hemicycle/core';
import { getPlainTranslator } from '@hemicycle/i18n/plain';
import type { ComposedMail } from '../MailMessage';
import { mailAddress } from '../mailAddress';
import type { ComposeParts } from './ComposeParts';
import { wayInAddress } from './wayInAddress';

/** New ways in for who asked for one, where the mailbox is that of a guest; otherwise no mail. */
export async function composeGuestReturn(
  op: Operation,
  { publicOrigin }: ComposeParts,
  { email, locale }: MailTaskOf<'guestReturn'>,
): Promise<ComposedMail | null> {
  const ways = await makeWaysBack(op, email);
  const [first] = ways;
  const to = first && mailAddress(first.name, first.email);
  if (first === undefined || to == null) return null;
  const t = getPlainTranslator(locale, 'mail');
  const single = ways.length === 1;
  return {
    to,
    content: {
      locale,
      subject: t('guestReturn.subject'),
      heading: t('guestReturn.heading'),
      paragraphs: [t('guestReturn.intro')],
      ...(single
        ? { action: { label: t('guestReturn.action'), url: wayInAddress(publicOrigin, first.token) } }
        : {
            items: ways.map(({ title, organisation, token }) => ({
              title,
              text: organisation,
              url: wayInAddress(publicOrigin, token),
            })),
          }),
      footer: [t('guestReturn.why')],
    },
  };
}
