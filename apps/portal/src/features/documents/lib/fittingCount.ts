/** A dividing line with its margins, and the gap between buttons, as the toolbar draws them. Pixels. */
const LINE = 13 + 2;
const GAP = 2;

/**
 * How many buttons of a row fit into `room` pixels beside one more of the same size.
 * @param linesBefore at index `n`, the dividing lines among the first `n` buttons; so it is one longer than the row.
 */
export function fittingCount(room: number, button: number, linesBefore: readonly number[]): number {
  for (let count = linesBefore.length - 1; count > 0; count -= 1) {
    const width = (count + 1) * button + count * GAP + (linesBefore[count] ?? 0) * LINE;
    if (width <= room) return count;
  }
  return 0;
}
