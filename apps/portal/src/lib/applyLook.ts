import type { Preferences } from '@hemicycle/contracts';
import { formatLook, lookCookie, zoneCookie } from './look';

const oneYear = 365 * 24 * 3600;

/**
 * Puts a look on the page and remembers it for when nobody is signed in.
 * @returns true when the server knew no time zone of this browser, or another: times were written for that one.
 */
export function applyLook(look: Preferences): boolean {
  const root = document.documentElement;
  root.dataset.theme = look.theme;
  root.dataset.contrast = look.contrast;
  root.dataset.motion = look.motion;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  setCookie(lookCookie, formatLook(look));
  return setCookie(zoneCookie, zone);
}

/** @returns whether it was another value before. */
function setCookie(name: string, value: string): boolean {
  const pair = `${name}=${encodeURIComponent(value)}`;
  if (document.cookie.split('; ').includes(pair)) return false;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in all our browsers
  document.cookie = `${pair}; path=/; max-age=${oneYear}; samesite=lax${secure}`;
  return true;
}
