import { safeLink } from '@hemicycle/collab/schema';

/**
 * The address somebody typed, made whole: `example.org/a` gets `https://`, `name@example.org` gets `mailto:`. Null
 * for what a document may not link to.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (/\s/.test(text)) return null;
  if (safeLink(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  const whole = `https://${text}`;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(text) && safeLink(whole) ? whole : null;
}
