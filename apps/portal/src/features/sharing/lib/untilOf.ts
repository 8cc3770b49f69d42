/** Ends that are offered by name. Days. */
export const SPANS = { week: 7, month: 30, quarter: 90 } as const;
export type Span = keyof typeof SPANS;

/** The last moment of a day, where the reader is, as UTC ISO 8601; null when it is no day, or over already. */
export function endOfDay(day: string, now: Date): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date, 23, 59, 59);
  return Number.isNaN(end.getTime()) || end <= now ? null : end.toISOString();
}

/** The last moment of the day that many days from now. */
export function endOfSpan(span: Span, now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + SPANS[span], 23, 59, 59).toISOString();
}

/** The day of a moment as a date field takes it, where the reader is. */
export function dayOf(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
