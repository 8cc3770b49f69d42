const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface ShownTime {
  /** Short: relative under a day, then a date. */
  readonly text: string;
  /** With weekday, year and time. */
  readonly full: string;
  /** Milliseconds until the text changes; null when it stays. */
  readonly nextChangeMs: number | null;
}

/**
 * How a moment is told at `now`: "8 min ago" under a day (either way), then "23 Nov", with the year when it is another.
 * @param words the word for less than a minute ago.
 */
export function relativeTime(
  at: Date,
  now: Date,
  locale: string,
  options: { readonly nowWord: string; readonly timeZone?: string },
): ShownTime {
  const zone = options.timeZone === undefined ? {} : { timeZone: options.timeZone };
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', ...zone }).format(at);
  const difference = at.getTime() - now.getTime();
  const distance = Math.abs(difference);
  if (distance < minute) return { text: options.nowWord, full, nextChangeMs: minute - distance };
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  if (distance < hour) {
    const minutes = Math.trunc(difference / minute);
    return { text: relative.format(minutes, 'minute'), full, nextChangeMs: minute - (distance % minute) };
  }
  if (distance < day) {
    const hours = Math.trunc(difference / hour);
    return { text: relative.format(hours, 'hour'), full, nextChangeMs: hour - (distance % hour) };
  }
  const sameYear = yearIn(at, options.timeZone) === yearIn(now, options.timeZone);
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...zone,
  }).format(at);
  return { text: date, full, nextChangeMs: null };
}

function yearIn(at: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en', {
    year: 'numeric',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}
