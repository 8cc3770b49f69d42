import { foldText } from './foldText';

/** Against queries that cost more than they tell. Words. */
const WORDS = 8;

/**
 * What was typed as a Postgres tsquery over folded text: every word must occur, the last one as a prefix since it may
 * still be under way, or every one of them. Null when nothing searchable was typed. Only letters and digits are left
 * in it, so it cannot break the query's syntax.
 */
export function prefixQuery(text: string, prefixes: 'last' | 'every' = 'last'): string | null {
  const words = foldText(text).split(' ').filter(Boolean).slice(0, WORDS);
  if (words.length === 0) return null;
  return `${words.join(prefixes === 'every' ? ':* & ' : ' & ')}:*`;
}
