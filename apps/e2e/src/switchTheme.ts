import type { Page } from '@playwright/test';

/** So many frames without another colour, and the page is taken to have changed its look. */
const CALM_FRAMES = 4;

/**
 * As when the system turns dark, or light, under an open page. Without motion: a colour on its way is neither one nor
 * the other.
 */
export async function switchTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(async (calmFrames) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const colours = () =>
      [...document.querySelectorAll('*')].map((each) => getComputedStyle(each).color).join();
    // Two frames are not enough on a busy machine: some colours arrive by transitions, however short.
    let before = '';
    let calm = 0;
    for (let frames = 0; calm < calmFrames && frames < 60 * calmFrames; frames++) {
      await frame();
      const now = colours();
      calm = now === before ? calm + 1 : 0;
      before = now;
    }
  }, CALM_FRAMES);
}
