export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** Hour of the clock on this person's wall, 0 to 23. `timeZone` absent: the one of the running process. */
export function hourIn(now: Date, timeZone?: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(now);
  return Number.parseInt(hour, 10);
}

/** Nobody is wished a good morning at three: the night lasts until five. */
export function partOfDay(hour: number): PartOfDay {
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 18) return 'afternoon';
  return 'evening';
}
