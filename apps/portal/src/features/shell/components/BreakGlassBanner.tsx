'use client';

import { formatLocale } from '@hemicycle/i18n';
import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { KeyRound } from '@hemicycle/ui/icons';
import { useEffect, useState } from 'react';
import { useMe } from './MeProvider';

/** Says, to whoever uses it and to every administrator, that the break-glass password is in use. */
export function BreakGlassBanner() {
  const t = useTranslations('shell.breakGlass');
  const locale = useLocale();
  const { breakGlass } = useMe();
  const until = breakGlass === null ? 0 : Date.parse(breakGlass.until);
  const [over, setOver] = useState(false);
  useEffect(() => {
    setOver(until <= Date.now());
    const timer = setTimeout(() => setOver(true), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  if (breakGlass === null || over) return null;
  const clock = (at: string) =>
    new Intl.DateTimeFormat(formatLocale(locale), { timeStyle: 'short' }).format(new Date(at));
  return (
    <Banner tone="danger" urgent icon={<KeyRound className="size-4" />}>
      <span suppressHydrationWarning>
        {breakGlass.own
          ? t('own', { time: clock(breakGlass.until) })
          : t('others', { time: clock(breakGlass.since) })}
      </span>
    </Banner>
  );
}
