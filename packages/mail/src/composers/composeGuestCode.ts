import { LIMITS } from '@hemicycle/contracts';
import { type MailTaskOf, makeCode, type Operation } from '@hemicycle/core';
import { getPlainTranslator } from '@hemicycle/i18n/plain';
import type { ComposedMail } from '../MailMessage';
import { mailAddress } from '../mailAddress';

/** A code for who stands at the door. The subject does not tell it: notifications show subjects on locked screens. */
export async function composeGuestCode(
  op: Operation,
  { key, email, locale }: MailTaskOf<'guestCode'>,
): Promise<ComposedMail | null> {
  const to = mailAddress('', email);
  const code = to && (await makeCode(op, key));
  if (to === null || code === null) return null;
  const t = getPlainTranslator(locale, 'mail');
  return {
    to,
    content: {
      locale,
      subject: t('guestCode.subject'),
      heading: t('guestCode.heading'),
      paragraphs: [t('guestCode.intro', { minutes: LIMITS.guestCodeMinutes })],
      code,
      footer: [t('guestCode.why')],
    },
  };
}
