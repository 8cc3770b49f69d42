import { ChevronRight } from '@hemicycle/ui/icons';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CrumbsNav } from './CrumbsNav';

export interface Crumb {
  readonly label: ReactNode;
  /** The last one, where one is, has none. */
  readonly href?: string;
}

/** The way from the space down to here. On a narrow screen only the last is shown. */
export function Crumbs({ items }: { readonly items: readonly Crumb[] }) {
  return (
    <CrumbsNav>
      <ol className="flex min-w-0 items-center gap-1.5">
        {items.map((item, index) => {
          const last = index === items.length - 1;
          return (
            <li
              key={item.href ?? 'here'}
              className={last ? 'min-w-0 truncate' : 'hidden min-w-0 shrink items-center gap-1.5 sm:flex'}
            >
              {item.href && !last ? (
                <Link
                  href={item.href}
                  className="truncate font-medium text-ink-2 no-underline hover:text-ink"
                >
                  {item.label}
                </Link>
              ) : (
                <span {...(last && { 'aria-current': 'page' as const })} className="truncate">
                  {item.label}
                </span>
              )}
              {!last && <ChevronRight className="size-3.5 text-ink-3" />}
            </li>
          );
        })}
      </ol>
    </CrumbsNav>
  );
}
