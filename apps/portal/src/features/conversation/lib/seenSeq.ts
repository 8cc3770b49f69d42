/** The highest seq of a message wholly above the lower edge of the scroller. */
export function seenSeq(scroller: Element): number {
  const edge = scroller.getBoundingClientRect().bottom + 1;
  const seen = [...scroller.querySelectorAll<HTMLElement>('[data-seq]')].findLast(
    (row) => row.getBoundingClientRect().bottom <= edge,
  );
  return Number(seen?.dataset.seq ?? 0);
}
