'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { cx } from '@hemicycle/ui/lib/cx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useMe } from './MeProvider';
import { destinationOf, destinations } from './navigation';

/** The five places, as a column (rail) or a row (bottom bar). */
export function NavLinks({ look }: { readonly look: 'rail' | 'bar' }) {
  const t = useTranslations('shell');
  const path = usePathname();
  const here = destinationOf(path);
  const { breakGlass } = useMe();
  // Nothing else is in reach of the break-glass administrator.
  const shown = breakGlass?.own ? destinations.filter(({ name }) => name === 'people') : destinations;
  return shown.map(({ href, name, icon: Icon }) => {
    const isCurrent = href === here;
    return (
      <li key={href} className={look === 'bar' ? 'flex min-w-0 flex-1' : 'contents'}>
        <Link
          href={href}
          {...(isCurrent && { 'aria-current': path === href ? ('page' as const) : ('true' as const) })}
          className={cx(
            'flex flex-col items-center justify-center gap-1 rounded-m text-2xs no-underline transition-colors [&_svg.lucide]:size-5',
            look === 'rail'
              ? 'min-h-[53px] w-full'
              : 'min-w-0 flex-1 py-1.5 lang-de:text-[10px] lang-de:tracking-tight',
            isCurrent
              ? 'bg-primary-soft font-semibold text-primary-ink'
              : 'font-medium text-ink-2 hover:bg-hover hover:text-ink',
          )}
        >
          <Icon />
          <span className={look === 'bar' ? 'max-w-full truncate' : 'whitespace-nowrap'}>{t(name)}</span>
        </Link>
      </li>
    );
  });
}
