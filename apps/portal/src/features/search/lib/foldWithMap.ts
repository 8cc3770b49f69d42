import { foldLetters } from '@hemicycle/contracts/foldLetters';

/** Folded text and, for each of its UTF-16 units, where its source character begins and ends in the original. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Folds as the server does for search (NFKD, marks removed, lower case), keeping the way back to the original, so
 * that what matched without its accents can be marked with them.
 */
export function foldWithMap(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded = foldLetters(character);
    if (folded === '' && ends.length > 0) {
      // A combining mark of its own belongs to the letter before it.
      const last = starts.at(-1);
      for (let unit = ends.length - 1; unit >= 0 && starts[unit] === last; unit--) ends[unit] = end;
    }
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { text, starts, ends };
}
