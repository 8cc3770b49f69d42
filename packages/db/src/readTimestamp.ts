import pg from 'pg';

const slow = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);
const ZERO = 48;
/** As long as `2026-11-27 07:31:24+00`, which is the least a moment in UTC takes. */
const SHORTEST = 22;

/**
 * A `timestamptz` as Postgres writes it, as a `Date`. Pages have one or two on each row: what we store, milliseconds in
 * UTC, is read digit by digit; every other form (another zone, years beyond four digits, infinity) by the driver's
 * regular expressions.
 */
export function readTimestamp(text: string): Date {
  const end = text.length - 3;
  const fraction = end - 20;
  if (!text.endsWith('+00') || text.charCodeAt(4) !== 45 || text.length < SHORTEST || fraction > 3) {
    return slow(text);
  }
  const milliseconds = fraction > 0 ? digits(text, 20, fraction) * 10 ** (3 - fraction) : 0;
  const year = digits(text, 0, 4);
  // `Date.UTC` takes years below a hundred for those of the last century.
  if (year < 100) return slow(text);
  return new Date(
    Date.UTC(
      year,
      digits(text, 5, 2) - 1,
      digits(text, 8, 2),
      digits(text, 11, 2),
      digits(text, 14, 2),
      digits(text, 17, 2),
      milliseconds,
    ),
  );
}

/**
 * A `timestamptz::text` as ISO 8601, for rows whose moments only travel on: without a `Date` between, which costs more
 * than all else about a row.
 */
export function isoTimestamp(text: string): string {
  const end = text.length - 3;
  const fraction = end - 20;
  if (!text.endsWith('+00') || text.charCodeAt(4) !== 45 || text.length < SHORTEST || fraction > 3) {
    return slow(text).toISOString();
  }
  const milliseconds = fraction > 0 ? text.slice(20, end).padEnd(3, '0') : '000';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}
