import type { Node } from '@tiptap/pm/model';

export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
}

/** A hit: positions in the document, `to` exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** Against a search for one letter in a long document drawing for ever. Hits shown and replaced at a time. */
const MAX_MATCHES = 5_000;

/** Stands for what is no text (a mention, a line break), so that nothing is found across it. */
const GAP = '\ufffc';

/** Every place where the words stand, in order, never overlapping; never across two blocks. */
export function findMatches(doc: Node, query: FindQuery): Match[] {
  const wanted = query.matchCase ? query.text : fold(query.text);
  const matches: Match[] = [];
  if (wanted === '') return matches;
  doc.descendants((node, pos) => {
    if (matches.length >= MAX_MATCHES) return false;
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, GAP);
    const folded = query.matchCase ? text : fold(text);
    let index = folded.indexOf(wanted);
    while (index !== -1 && matches.length < MAX_MATCHES) {
      const from = pos + 1 + index;
      matches.push({ from, to: from + wanted.length });
      index = folded.indexOf(wanted, index + wanted.length);
    }
    return false;
  });
  return matches;
}

/** Lower case, unit by unit: positions must not move, so what would grow (`İ`) stays as it is. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (char) => {
    const small = char.toLowerCase();
    return small.length === char.length ? small : char;
  }).join('');
}
