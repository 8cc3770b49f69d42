/** The path of a request as it may be kept: without its query, and without what opens a link. */
export function loggedPath(target: string): string {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return path.replace(/^(\/links\/[^/]*\/[^/]*\/).+$/, '$1…');
}
