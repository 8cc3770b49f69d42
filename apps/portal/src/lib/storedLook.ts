import type { Preferences } from '@hemicycle/contracts';
import { lookCookie, parseLook } from './look';

/** How this browser was last set to look, from its cookie: in browsers, where nobody need be signed in. */
export function storedLook(): Preferences {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${lookCookie}=`));
  return parseLook(decodeURIComponent(cookie?.slice(lookCookie.length + 1) ?? ''));
}
