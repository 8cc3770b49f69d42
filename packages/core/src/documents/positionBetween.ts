const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST = DIGITS.charAt(0);
const LAST = DIGITS.charAt(DIGITS.length - 1);
const START = 'a0';

/**
 * A position that sorts (by code unit, as Postgres does in the C collation) between two others; null is the open end.
 * Appending or prepending a thousand times keeps positions at three or four characters; only repeated insertion into
 * the same gap makes them longer, one character per five or so.
 *
 * A position is a number of variable length whose head letter tells the length (`a` one digit, `b` two, … upwards;
 * `Z` one, `Y` two, … downwards), then a fraction that never ends in 0. The scheme is David Greenspan's
 * "Implementing fractional indexing".
 *
 * @throws RangeError when `before` is not smaller than `after`, or one is no position.
 */
export function positionBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError(`${before} >= ${after}`);
  if (before === null) return after === null ? START : below(after);
  if (after === null) return above(before);
  const low = split(before);
  const high = split(after);
  if (low.whole === high.whole) return low.whole + fractionBetween(low.fraction, high.fraction);
  const next = step(low.whole, 1);
  return next !== null && next < after ? next : low.whole + fractionBetween(low.fraction, null);
}

function below(after: string): string {
  const { whole, fraction } = split(after);
  if (fraction !== '') return whole;
  return step(whole, -1) ?? whole + fractionBetween('', fraction);
}

function above(before: string): string {
  const { whole, fraction } = split(before);
  return step(whole, 1) ?? whole + fractionBetween(fraction, null);
}

function split(position: string): { whole: string; fraction: string } {
  const length = wholeLength(position.charAt(0));
  if (length === null || position.length < length || position.length > length + 1_000) {
    throw new RangeError(`not a position: ${position.slice(0, 40)}`);
  }
  return { whole: position.slice(0, length), fraction: position.slice(length) };
}

function wholeLength(head: string): number | null {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 'a'.charCodeAt(0) + 2;
  if (head >= 'A' && head <= 'Z') return 'Z'.charCodeAt(0) - head.charCodeAt(0) + 2;
  return null;
}

/** The whole number one up or down; null at the end of what 26 letters can tell. */
function step(whole: string, by: 1 | -1): string | null {
  const head = whole.charAt(0);
  const digits = whole.slice(1).split('');
  const [full, empty] = by === 1 ? [LAST, FIRST] : [FIRST, LAST];
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = digits[index] as string;
    if (digit !== full) {
      digits[index] = DIGITS.charAt(DIGITS.indexOf(digit) + by);
      return head + digits.join('');
    }
    digits[index] = empty;
  }
  if (by === 1 ? head === 'z' : head === 'A') return null;
  if (by === 1 && head === 'Z') return START;
  if (by === -1 && head === 'a') return `Z${LAST}`;
  const nextHead = String.fromCharCode(head.charCodeAt(0) + by);
  return nextHead + empty.repeat((wholeLength(nextHead) ?? 2) - 1);
}

/** A fraction strictly between two; `''` is 0 and null is 1. Never ends in 0. */
function fractionBetween(low: string, high: string | null): string {
  let prefix = '';
  let from = low;
  let to = high;
  for (;;) {
    if (to !== null) {
      let common = 0;
      while ((from.charAt(common) || FIRST) === to.charAt(common)) common += 1;
      prefix += to.slice(0, common);
      from = from.slice(common);
      to = to.slice(common);
    }
    const start = from === '' ? 0 : DIGITS.indexOf(from.charAt(0));
    const end = to === null ? DIGITS.length : DIGITS.indexOf(to.charAt(0));
    if (end - start > 1) return prefix + DIGITS.charAt(Math.round((start + end) / 2));
    if (to !== null && to.length > 1) return prefix + to.charAt(0);
    prefix += DIGITS.charAt(start);
    from = from.slice(1);
    to = null;
  }
}
