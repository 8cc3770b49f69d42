'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Messages } from './catalogues';
import type { Locale } from './locales';

export { useFormatter, useLocale, useTimeZone, useTranslations } from 'use-intl/react';

const Merged = createContext<Readonly<Record<string, unknown>>>({});

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
        locale={locale}
        messages={merged as unknown as Messages}
        {...(timeZone === undefined ? {} : { timeZone })}
      >
        {children}
      </IntlProvider>
    </Merged>
  );
}
