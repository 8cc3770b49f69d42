const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** The address as a browser reads it, or null when it is not plainly a web or mail address. */
export function safeHref(text: string): string | null {
  try {
    const url = new URL(text);
    return PROTOCOLS.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
