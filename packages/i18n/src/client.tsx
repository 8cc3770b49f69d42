'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Messages } from './catalogues';
import { defaultLocale, formatLocale, type Locale } from './locales';

export { useFormatter, useTimeZone, useTranslations } from 'use-intl/react';

const CurrentLocale = createContext<Locale>(defaultLocale);
const Merged = createContext<Readonly<Record<string, unknown>>>({});

/** The language of the page. For `Intl` take `formatLocale(useLocale())`. */
export function useLocale(): Locale {
  return useContext(CurrentLocale);
}

export interface MessagesProviderProps {
  readonly locale: Locale;
  /** Compiled namespaces, from `compiledMessages` on the server; added to those of providers above. */
  readonly messages: Readonly<Record<string, unknown>>;
  readonly timeZone?: string;
  readonly children: ReactNode;
}

/** Gives client components below it these namespaces, on top of those already given. */
export function MessagesProvider({ locale, messages, timeZone, children }: MessagesProviderProps) {
  const above = useContext(Merged);
  const merged = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return (
    <Merged value={merged}>
      <IntlProvider
        // The union of our languages is what use-intl types; the region only steers Intl.
        locale={formatLocale(locale) as Locale}
        messages={merged as unknown as Messages}
        {...(timeZone === undefined ? {} : { timeZone })}
      >
        <CurrentLocale value={locale}>{children}</CurrentLocale>
      </IntlProvider>
    </Merged>
  );
}
