/** Chunks and media as pages, scripts and styles name them: hashed by content, so they never change. */
const NAMED = /static\/(?:chunks|media|css)\/[\w.~/-]+?\.(?:js|css|woff2|svg)/g;
const IN_STYLES = /url\(["']?(\.\.?\/[^"')]+)/g;

/**
 * The static files that a text of ours names: a page its scripts, a script the parts it fetches later, a style its
 * fonts. Paths from the origin on.
 * @param address path of the text itself, which styles count from
 */
export function namedFiles(text: string, address: string): string[] {
  const base = 'http://own.invalid';
  const absolute = [...text.matchAll(NAMED)].map(([name]) => `/_next/${name}`);
  const relative = address.endsWith('.css')
    ? [...text.matchAll(IN_STYLES)].map(([, name = '']) => new URL(name, base + address).pathname)
    : [];
  return [...new Set([...absolute, ...relative])].filter((path) => path.startsWith('/_next/static/'));
}
