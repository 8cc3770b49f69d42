import type { Browser, System } from '@hemicycle/contracts';

/** First match wins: most browsers also call themselves what they descend from. */
const BROWSER_MARKS: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdg(?:A|iOS)?\//, 'edge'],
  [/\bOPR\//, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'safari'],
];
const SYSTEM_MARKS: readonly (readonly [RegExp, System])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bMacintosh\b/, 'macos'],
  [/\bLinux\b/, 'linux'],
];
/** Against a header that costs time to look through. Characters. */
const LONGEST = 500;

export interface SessionDevice {
  readonly browser: Browser | null;
  readonly system: System | null;
}

/** What a `User-Agent` header says in words people know. More of it is not kept. */
export function deviceOf(userAgent: string | null): SessionDevice {
  const text = (userAgent ?? '').slice(0, LONGEST);
  const match = <T>(marks: readonly (readonly [RegExp, T])[]): T | null =>
    marks.find(([mark]) => mark.test(text))?.[1] ?? null;
  return { browser: match(BROWSER_MARKS), system: match(SYSTEM_MARKS) };
}
