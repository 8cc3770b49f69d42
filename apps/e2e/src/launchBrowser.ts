import { type Browser, chromium } from '@playwright/test';
import { browserOptions } from './browserOptions';

/** A browser for many people, each with a context of their own that forgets everything. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(browserOptions());
}
