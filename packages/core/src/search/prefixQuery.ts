import { foldText } from './foldText';

/** Against queries that cost more than they tell. Words. */
const WORDS = 8;

/**
 * What was typed as a Postgres tsquery over folded text: every word must occur, the last one as a prefix since it may
 * still be under way. Null when nothing searchable was typed. Safe to cast: only letters and digits are left in it.
 */
export function prefixQuery(text: string): string | null {
  const words = foldText(text).split(' ').filter(Boolean).slice(0, WORDS);
  return words.length === 0 ? null : `${words.join(' & ')}:*`;
}
