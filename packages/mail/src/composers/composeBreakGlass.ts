import { type MailTaskOf, type Operation, readBreakGlassUse } from '@hemicycle/core';
import { defaultLocale, formatLocale } from '@hemicycle/i18n';
import { getPlainTranslator } from '@hemicycle/i18n/plain';
import type { ComposedMail } from '../MailMessage';
import { mailAddress } from '../mailAddress';
import type { ComposeParts } from './ComposeParts';

/** Somebody has signed in with the break-glass password: when, and what to do if nobody knows by whom. */
export async function composeBreakGlass(
  op: Operation,
  { publicOrigin }: ComposeParts,
  task: MailTaskOf<'breakGlass'>,
): Promise<ComposedMail | null> {
  const use = await readBreakGlassUse(op, task);
  const to = use && mailAddress(use.name, use.email);
  if (use === null || to === null) return null;
  const locale = use.locale ?? defaultLocale;
  const t = getPlainTranslator(locale, 'mail');
  const { timeZone, since } = use;
  const format = new Intl.DateTimeFormat(formatLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const origin = new URL(publicOrigin).host;
  return {
    to,
    content: {
      locale,
      subject: t('breakGlass.subject', { origin }),
      heading: t('breakGlass.heading'),
      paragraphs: [t('breakGlass.intro', { origin, time: format.format(since) }), t('breakGlass.do')],
      footer: [t('breakGlass.why')],
    },
  };
}
