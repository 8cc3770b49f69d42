'use client';

import { useLocale } from '@hemicycle/i18n/client';
import { useMemo } from 'react';

export interface LocalFormat {
  readonly dateTime: (date: Date, options: Intl.DateTimeFormatOptions) => string;
}

/** Times in the reader's language and in their browser's own time zone; nothing of it is drawn on the server. */
export function useLocalFormat(): LocalFormat {
  const locale = useLocale();
  return useMemo(() => {
    // Making one costs far more than using it, and a page uses the same few for hundreds of messages.
    const made = new Map<string, Intl.DateTimeFormat>();
    return {
      dateTime(date, options) {
        const key = JSON.stringify(options);
        const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' });
        made.set(key, format);
        return format.format(date);
      },
    };
  }, [locale]);
}
