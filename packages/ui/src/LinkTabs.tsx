'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from './lib/cx';

export interface LinkTab {
  readonly href: string;
  readonly label: string;
  /** Shown after the label, for example how many. */
  readonly count?: ReactNode;
}

export interface LinkTabsProps {
  readonly label: string;
  readonly tabs: readonly LinkTab[];
  readonly className?: string;
}

/** The pages of one thing, as links: each has an address. The longest matching address is the current one. */
export function LinkTabs({ label, tabs, className }: LinkTabsProps) {
  const path = usePathname();
  const current = tabs
    .filter((tab) => path === tab.href || path.startsWith(`${tab.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  const here = current?.href;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the row scrolls: the current tab is in view, whichever it is.
    const tab = [...(nav.current?.querySelectorAll('a') ?? [])].find((link) => link.pathname === here);
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <nav
      ref={nav}
      aria-label={label}
      className={cx('flex min-w-0 overflow-x-auto [scrollbar-width:none]', className)}
    >
      {tabs.map((tab) => {
        const isCurrent = tab === current;
        return (
          <Link
            key={tab.href}
            href={tab.href}
            {...(isCurrent && { 'aria-current': 'page' as const })}
            className={cx(
              'inline-flex min-h-[54px] shrink-0 items-center gap-1.5 border-b-2 px-3 pt-0.5 text-base no-underline transition-colors -outline-offset-4',
              isCurrent
                ? 'border-primary font-semibold text-ink'
                : 'border-transparent font-medium text-ink-2 hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="font-normal text-ink-3 tabular">{tab.count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
