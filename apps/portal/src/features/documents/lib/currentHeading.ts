/**
 * Which heading a reader is under: the last one whose top has passed the reading line; before the first, the first.
 * @param tops tops of the headings in pixels, in order, on the scale of `line`.
 * @returns its index, or -1 without headings.
 */
export function currentHeading(tops: readonly number[], line: number): number {
  let current = tops.length > 0 ? 0 : -1;
  for (const [index, top] of tops.entries()) {
    if (top > line) break;
    current = index;
  }
  return current;
}
