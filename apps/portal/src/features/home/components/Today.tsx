'use client';

import { useFormatter } from '@hemicycle/i18n/client';
import { useNow } from '../hooks/useNow';

/** The date, for the bar. Midnight passes while the page stays open. */
export function Today() {
  const format = useFormatter();
  const now = useNow(60_000);
  return (
    <time
      dateTime={now.toISOString().slice(0, 10)}
      className="inline-block first-letter:uppercase"
      suppressHydrationWarning
    >
      {format.dateTime(now, { weekday: 'long', day: 'numeric', month: 'long' })}
    </time>
  );
}
