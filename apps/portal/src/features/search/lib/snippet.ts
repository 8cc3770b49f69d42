import { matchRanges } from './matchRanges';

/** What stands before the first match, so that it is read in its sentence. Characters. */
const lead = 32;

/** The part of a text that shows its first match in one line: from its start, or from a word a little before. */
export function snippet(text: string, query: string): string {
  const flat = text.replace(/\s+/gu, ' ');
  const start = matchRanges(flat, query)[0]?.start ?? 0;
  if (start <= lead * 1.5) return flat;
  const space = flat.indexOf(' ', start - lead);
  return `…${flat.slice(space === -1 || space >= start ? start : space + 1)}`;
}
