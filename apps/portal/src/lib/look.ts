import type { Preferences } from '@hemicycle/contracts';
import { isLocale } from '@hemicycle/i18n';

/** How this browser looks while nobody is signed in: the last account's choice, kept in a readable cookie. */
export const lookCookie = 'hemicycle-look';
/** The browser's time zone, so that servers write the times a reader expects. */
export const zoneCookie = 'hemicycle-zone';

export const plainLook: Preferences = { locale: null, theme: 'system', contrast: 'system', motion: 'system' };

const themes = ['system', 'light', 'dark'] as const;
const contrasts = ['system', 'normal', 'more'] as const;
const motions = ['system', 'full', 'reduced'] as const;

/** Reads the cookie's `locale.theme.contrast.motion`; what is not understood is plain. */
export function parseLook(value: string | undefined): Preferences {
  const [locale, theme, contrast, motion] = (value ?? '').split('.', 4);
  return {
    locale: isLocale(locale) ? locale : null,
    theme: oneOf(themes, theme),
    contrast: oneOf(contrasts, contrast),
    motion: oneOf(motions, motion),
  };
}

export function formatLook(look: Preferences): string {
  return [look.locale ?? '-', look.theme, look.contrast, look.motion].join('.');
}

/** A time zone the runtime knows, else undefined: the cookie is untrusted. */
export function parseZone(value: string | undefined): string | undefined {
  if (!value || value.length > 64 || !/^[\w+\-/]+$/.test(value)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    return undefined;
  }
}

function oneOf<T extends string>(all: readonly [T, ...T[]], value: string | undefined): T {
  return all.find((known) => known === value) ?? all[0];
}
