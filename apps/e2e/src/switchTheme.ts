import type { Page } from '@playwright/test';

/**
 * As when the system turns dark, or light, under an open page. Without motion: a colour on its way is neither one nor
 * the other.
 */
export async function switchTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
