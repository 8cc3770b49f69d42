/** Marks that would end or start something in a text are escaped, so that a name stays a name. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_[\]]/g, '\\$&');
}

export function mentionMarkup(userId: string, name: string): string {
  return `@[${escapeMarkup(name)}](user:${userId})`;
}

export function documentMarkup(documentId: string, title: string): string {
  return `[${escapeMarkup(title)}](document:${documentId})`;
}
