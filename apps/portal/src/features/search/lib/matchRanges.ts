import { foldLetters } from '@hemicycle/contracts/foldLetters';
import { foldWithMap } from './foldWithMap';

/** Half-open range of UTF-16 units in the original text. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

/** The words of a query, folded, without repetition; at most 8, against a paste. */
export function queryWords(query: string): string[] {
  const words = foldLetters(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, 8);
}

/** Where words of `query` begin a word of `text`, accents and case ignored; ascending, never overlapping. */
export function matchRanges(text: string, query: string): MatchRange[] {
  const words = queryWords(query).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [];
  const folded = foldWithMap(text);
  const ranges: MatchRange[] = [];
  for (const match of folded.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = words.find((candidate) => match[0].startsWith(candidate));
    if (word === undefined) continue;
    const start = folded.starts[match.index];
    const end = folded.ends[match.index + word.length - 1];
    if (start !== undefined && end !== undefined) ranges.push({ start, end });
  }
  return ranges;
}

/** True when every word of the query begins some word of one of the texts. An empty query matches all. */
export function matchesAll(texts: readonly string[], query: string): boolean {
  const words = texts.flatMap((text) => foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []);
  return queryWords(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
