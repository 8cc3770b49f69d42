'use client';

import { formatLocale } from '@hemicycle/i18n';
import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { useEffect, useState } from 'react';
import { relativeTime } from './lib/relativeTime';

export interface RelativeTimeProps {
  /** UTC ISO 8601. */
  readonly at: string;
  readonly className?: string;
}

/** When something was: relative under a day, then a date; in full on hover and to screen readers. Keeps itself true. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const locale = useLocale();
  const t = useTranslations('common');
  const [now, setNow] = useState(() => new Date());
  const shown = relativeTime(new Date(at), now, formatLocale(locale), { nowWord: t('now') });
  const { nextChangeMs } = shown;
  useEffect(() => {
    if (nextChangeMs === null) return;
    const timer = setTimeout(() => setNow(new Date()), nextChangeMs);
    return () => clearTimeout(timer);
  }, [nextChangeMs]);
  return (
    // The server's clock and zone may differ from the reader's by what this shows.
    <time dateTime={at} title={shown.full} className={className} suppressHydrationWarning>
      <span aria-hidden="true" suppressHydrationWarning>
        {shown.text}
      </span>
      <span className="sr-only" suppressHydrationWarning>
        {shown.full}
      </span>
    </time>
  );
}
