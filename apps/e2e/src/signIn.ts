import { expect, type Page } from '@playwright/test';
import { ACCOUNTS, type ActorName, PASSWORD } from './accounts';

/** The workspace's own navigation, in every language of the interface. */
const MAIN = /^(Main|Navigation principale|Hauptnavigation)$/;

/** Fills Keycloak's own page. The page must be on it, or on its way there. */
export async function fillKeycloak(page: Page, actor: ActorName): Promise<void> {
  await page.locator('#username').fill(ACCOUNTS[actor].username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#kc-login').click();
}

/** Opens `path` as a visitor would and goes through the ministry's sign-in. */
export async function signIn(page: Page, actor: ActorName, path = '/'): Promise<void> {
  await page.goto(path);
  await fillKeycloak(page, actor);
  await expect(page.getByRole('navigation', { name: MAIN }).first()).toBeVisible({ timeout: 30_000 });
}
