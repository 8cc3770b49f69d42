import { messageText } from '@hemicycle/contracts';

/** The first words of a body in one line, cut at a word where one ends near the limit. Characters. */
export function messageExcerpt(body: string, maxLength = 140): string {
  const text = messageText(body);
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > maxLength * 0.7 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
