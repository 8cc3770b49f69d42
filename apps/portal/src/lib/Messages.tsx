import 'server-only';
import type { Namespace } from '@hemicycle/i18n';
import { MessagesProvider } from '@hemicycle/i18n/client';
import { compiledMessages } from '@hemicycle/i18n/server';
import type { ReactNode } from 'react';
import { requestLocale, requestTimeZone } from './i18n';

export interface MessagesProps {
  readonly namespaces: readonly Namespace[];
  readonly children: ReactNode;
}

/** Gives the client components below these namespaces, besides those the layout gives (common, shell, errors, search). */
export async function Messages({ namespaces, children }: MessagesProps) {
  const locale = await requestLocale();
  return (
    <MessagesProvider
      locale={locale}
      messages={compiledMessages(locale, namespaces)}
      timeZone={await requestTimeZone()}
    >
      {children}
    </MessagesProvider>
  );
}
