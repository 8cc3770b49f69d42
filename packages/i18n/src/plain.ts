import type { NamespaceKeys, NestedKeyOf } from 'use-intl';
import { createTranslator } from 'use-intl/core';
import { allMessages } from './allMessages';
import type { Messages } from './catalogues';
import { formatLocale, type Locale } from './locales';

/**
 * Translator of one namespace for servers that are not built by Next, such as the one that writes mail: it reads the
 * messages as they are written, with the ICU parser that pages do without.
 */
export function getPlainTranslator<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: N,
): ReturnType<typeof createTranslator<Messages, N>> {
  const messages = allMessages[locale] as unknown as Messages;
  return createTranslator<Messages, N>({ locale: formatLocale(locale) as Locale, messages, namespace });
}
