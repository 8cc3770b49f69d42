'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Logo } from '@hemicycle/ui/Logo';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useRef } from 'react';
import { usePageScroll } from '../hooks/usePageScroll';
import { AccountMenu } from './AccountMenu';
import { BreakGlassBanner } from './BreakGlassBanner';
import { ConnectionBanner } from './ConnectionBanner';
import { NavLinks } from './NavLinks';

/** Rail or bottom bar round the page. A meeting has the screen for itself, yet stays inside, so that calls survive. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const main = useRef<HTMLElement>(null);
  usePageScroll(main);
  const alone = usePathname().startsWith('/rooms/');
  if (alone) return <main className="h-dvh min-h-0">{children}</main>;
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-m bg-primary px-4 py-2.5 font-semibold text-on-primary no-underline shadow-2 focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <nav
        aria-label={t('navigation')}
        className="hidden w-rail shrink-0 flex-col items-center border-r border-line bg-surface px-1.5 pb-3 md:flex"
      >
        <Link
          href="/"
          aria-label={common('product')}
          className="mt-5 mb-4 inline-flex min-h-10 items-center justify-center rounded-m px-2"
        >
          <Logo />
        </Link>
        <ul className="flex w-full flex-col gap-1">
          <NavLinks look="rail" />
        </ul>
        <div className="mt-auto">
          <AccountMenu placement="right bottom" size="l" />
        </div>
      </nav>
      <main ref={main} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
        <BreakGlassBanner />
        <ConnectionBanner />
        {children}
      </main>
      <nav
        aria-label={t('navigation')}
        className="shrink-0 border-t border-line bg-surface px-1.5 pt-1 pb-[max(4px,env(safe-area-inset-bottom))] md:hidden"
      >
        <ul className="flex h-[52px] gap-0.5">
          <NavLinks look="bar" />
        </ul>
      </nav>
    </div>
  );
}
