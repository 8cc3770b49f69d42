import { foldLetters } from '@hemicycle/contracts';

/**
 * Text as search and ordering see it: no accents, no case, words separated by one space and nothing else. Written
 * beside what can be searched, and applied to what is searched for.
 */
export function foldText(...parts: readonly (string | null | undefined)[]): string {
  return foldLetters(parts.filter((part) => part != null).join(' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
