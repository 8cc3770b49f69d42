const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * True for an address a document may link to: a web page, a mail or telephone address, or a path of our own origin.
 * Everything else (`javascript:`, `data:`, `file:`, protocol-relative and disguised ones) is refused.
 */
export function safeLink(href: string): boolean {
  // Browsers drop tabs, line ends and leading control characters before reading the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const cleaned = href.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  if (cleaned.length === 0 || cleaned.length > 2_000) return false;
  if (/^\/(?![/\\])/.test(cleaned)) return true;
  try {
    return SAFE_PROTOCOLS.includes(new URL(cleaned).protocol);
  } catch {
    return false;
  }
}
