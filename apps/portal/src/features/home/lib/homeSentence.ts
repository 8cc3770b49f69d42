import type { Home } from '@hemicycle/contracts';
import { isCalling } from './isCalling';

/** A part of the sentence under the greeting: a key of the catalogue `home.sentence` and its numbers. */
export type SentencePart =
  | { key: 'calls'; values: { count: number } }
  | { key: 'people'; values: { count: number } }
  | { key: 'mentions'; values: { count: number } }
  | { key: 'unread'; values: { count: number; spaces: number } }
  | { key: 'asking'; values: { count: number } }
  | { key: 'quiet' }
  | { key: 'noSpaces' };

/**
 * What is true and worth one line: calls, then who waits; unread messages only when nobody waits by name. People are
 * counted only when every unread mention is in the answer (its list is bounded), else the messages are.
 * @param asking people who wait for an answer to a request for access
 */
export function homeSentence(home: Home, asking = 0): SentencePart[] {
  if (home.spaces.length === 0) return [{ key: 'noSpaces' }];
  const parts: SentencePart[] = [];

  const calls = home.spaces.filter((space) => isCalling(space)).length;
  if (calls > 0) parts.push({ key: 'calls', values: { count: calls } });

  const mentions = Math.max(totalOf(home, 'mentionCount'), home.mentions.length);
  if (mentions > 0) parts.push(waiting(home, mentions));
  else {
    const unread = totalOf(home, 'unreadCount');
    const spaces = home.spaces.filter((space) => space.unreadCount > 0).length;
    if (unread > 0) parts.push({ key: 'unread', values: { count: unread, spaces } });
  }

  if (asking > 0) parts.push({ key: 'asking', values: { count: asking } });
  return parts.length > 0 ? parts : [{ key: 'quiet' }];
}

function waiting(home: Home, mentions: number): SentencePart {
  if (mentions > home.mentions.length) return { key: 'mentions', values: { count: mentions } };
  return {
    key: 'people',
    values: { count: new Set(home.mentions.map((mention) => mention.author.id)).size },
  };
}

function totalOf(home: Home, field: 'mentionCount' | 'unreadCount'): number {
  return home.spaces.reduce((sum, space) => sum + space[field], 0);
}
