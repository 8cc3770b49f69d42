'use client';

import { useFormatter } from '@hemicycle/i18n/client';

/** A day as people write it: when a right ends. */
export function useDayWords(): (time: string) => string {
  const format = useFormatter();
  return (time) => format.dateTime(new Date(time), { day: 'numeric', month: 'short', year: 'numeric' });
}
