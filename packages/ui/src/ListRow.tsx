import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './lib/cx';

export interface ListRowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly before?: ReactNode;
  /** Shown at the end: a count, a time, buttons. Buttons stay clickable above the row's link. */
  readonly after?: ReactNode;
  /** The whole row leads there. */
  readonly href?: string;
  readonly isCurrent?: boolean;
}

/** A row of a List: who or what, a second line, and what can be done. */
export function ListRow({ title, detail, before, after, href, isCurrent = false }: ListRowProps) {
  return (
    <li
      className={cx(
        'flex min-h-11 items-center gap-3 px-4 py-2.5',
        href && 'transition-colors hover:bg-sunken focus-within:bg-sunken',
        isCurrent && 'bg-primary-soft hover:bg-primary-soft',
      )}
    >
      {before}
      <div className="min-w-0 flex-1">
        <div className="truncate font-semibold">
          {href ? (
            <Link
              href={href}
              {...(isCurrent && { 'aria-current': true })}
              className="text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </div>
        {detail && <div className="truncate text-sm text-ink-3">{detail}</div>}
      </div>
      {after && (
        <div className="flex shrink-0 items-center gap-3 [&_a]:relative [&_button]:relative">{after}</div>
      )}
    </li>
  );
}
