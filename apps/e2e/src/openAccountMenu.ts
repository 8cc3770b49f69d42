import { expect, type Page } from '@playwright/test';

/** Opens the menu of one's account; a press that came before the page was awake is repeated, as anybody would. */
export async function openAccountMenu(page: Page): Promise<void> {
  const menu = page.getByRole('menu');
  await expect(async () => {
    if (!(await menu.isVisible())) {
      await page
        .getByRole('button', { name: /^Account/ })
        .first()
        .click();
    }
    await expect(menu).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}
