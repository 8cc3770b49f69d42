interface Ranges {
  list: [from: number, to: number][];
  tidy: boolean;
}

/** A set of clock ticks of Yjs clients, kept as ranges. */
export class ClockRanges {
  readonly #clients = new Map<number, Ranges>();

  /** Adds ticks `from` up to, and without, `to`. */
  add(client: number, from: number, to: number): void {
    if (from >= to) return;
    const ranges = this.#clients.get(client);
    const last = ranges?.list.at(-1);
    if (!ranges) this.#clients.set(client, { list: [[from, to]], tidy: true });
    else if (last?.[1] === from) last[1] = to;
    else {
      ranges.list.push([from, to]);
      ranges.tidy = false;
    }
  }

  addAll(other: ClockRanges): void {
    for (const [client, { list }] of other.#clients)
      for (const [from, to] of list) this.add(client, from, to);
  }

  clients(): Iterable<number> {
    return this.#clients.keys();
  }

  /** The first range that `other` lacks, in words; null when it has everything. */
  missingIn(other: ClockRanges): string | null {
    for (const [client, ranges] of this.#clients) {
      const theirs = other.#clients.get(client);
      for (const [from, to] of tidied(ranges)) {
        const holder = theirs && tidied(theirs).findLast((range) => range[0] <= from);
        if (!holder || holder[1] < to)
          return `client ${client}, ${from} to ${to} (there: to ${holder?.[1] ?? 'nothing'})`;
      }
    }
    return null;
  }
}

function tidied(ranges: Ranges): Ranges['list'] {
  if (ranges.tidy) return ranges.list;
  const sorted = ranges.list.sort((a, b) => a[0] - b[0]);
  const list: Ranges['list'] = [];
  for (const [from, to] of sorted) {
    const last = list.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else list.push([from, to]);
  }
  ranges.list = list;
  ranges.tidy = true;
  return list;
}
