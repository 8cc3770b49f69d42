/** The languages the product speaks, in the order people choose from. */
export const locales = ['fr', 'en', 'de'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

/** Each language under its own name. */
export const localeNames: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English', de: 'Deutsch' };

/**
 * The locale to give to `Intl`: our English counts days and hours as Europe does (Monday 23 November, 14:30), which
 * `en` alone would not.
 */
export function formatLocale(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110 §12.5.4): highest weight wins, earlier first
 * among equals, regions fall back to their language. `undefined` or nothing usable gives the default.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  let best: { locale: Locale; weight: number } | undefined;
  // A header is untrusted input; eight entries are more than any person reads.
  for (const entry of (acceptLanguage ?? '').split(',', 8)) {
    const [tag = '', ...parameters] = entry.trim().split(';');
    const language = tag.trim().toLowerCase().split('-')[0];
    if (!isLocale(language)) continue;
    const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const weight = quality === undefined ? 1 : Number.parseFloat(quality.slice(2));
    if (Number.isFinite(weight) && weight > 0 && weight > (best?.weight ?? 0))
      best = { locale: language, weight };
  }
  return best?.locale ?? defaultLocale;
}
