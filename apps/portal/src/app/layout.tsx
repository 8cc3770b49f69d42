import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { getTranslations, requestLocale, requestLook } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import './globals.css';

/** Every page depends on who asks, and its scripts carry a nonce. */
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { template: `%s · ${t('product')}`, default: t('product') },
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, look] = await Promise.all([requestLocale(), requestLook()]);
  return (
    <html
      lang={locale}
      data-theme={look.theme}
      data-contrast={look.contrast}
      data-motion={look.motion}
      suppressHydrationWarning
    >
      <body>
        <Messages namespaces={['common', 'errors', 'shell', 'search']}>{children}</Messages>
      </body>
    </html>
  );
}
