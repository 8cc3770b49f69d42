import 'server-only';
import type { Preferences } from '@hemicycle/contracts';
import { type Locale, type Messages, negotiateLocale } from '@hemicycle/i18n';
import { getTranslator } from '@hemicycle/i18n/server';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { NamespaceKeys, NestedKeyOf } from 'use-intl';
import { lookCookie, parseLook, parseZone, zoneCookie } from './look';
import { optionalMe } from './me';

/** The account's look, else what this browser was last set to. */
export const requestLook = cache(async (): Promise<Preferences> => {
  const me = await optionalMe();
  return me?.preferences ?? parseLook((await cookies()).get(lookCookie)?.value);
});

/** Language of this page: the account's, else the browser's last, else what it asks for. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const look = await requestLook();
  return look.locale ?? negotiateLocale((await headers()).get('accept-language'));
});

/** Time zone of the reader, once their browser has told it; UTC before. */
export const requestTimeZone = cache(async (): Promise<string> => {
  return parseZone((await cookies()).get(zoneCookie)?.value) ?? 'UTC';
});

/** Translator of a namespace for server components: `const t = await getTranslations('home')`. */
export async function getTranslations<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  namespace: N,
) {
  return getTranslator(await requestLocale(), namespace);
}
