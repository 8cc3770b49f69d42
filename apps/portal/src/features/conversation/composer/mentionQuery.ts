/** The name being typed after an `@` right before the caret, and where that `@` stands; null when none is. */
export function mentionQuery(
  text: string,
  caret: number,
): { readonly at: number; readonly query: string } | null {
  const before = text.slice(Math.max(0, caret - 42), caret);
  const match = /(?:^|[\s(])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(before);
  return match ? { at: caret - (match[1] ?? '').length - 1, query: match[1] ?? '' } : null;
}
