import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '@hemicycle/testing';
import { expect, type Page } from '@playwright/test';
import { ACCOUNTS, type ActorName, PASSWORD } from './accounts';
import { environment } from './environment';

/** The workspace's own navigation, in every language of the interface. */
const MAIN = /^(Main|Navigation principale|Hauptnavigation)$/;

/** Says who one is on Keycloak's first page: by name or by address. The page must be on it, or on its way there. */
export async function nameOneself(page: Page, username: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#kc-login').click();
}

/** Fills the page that asks for the password, ours or another provider's. */
export async function enterPassword(page: Page, password = PASSWORD): Promise<void> {
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
}

/**
 * Fills Keycloak's own pages, and waits until it lets the page go. One at a time for each account: against guessing,
 * Keycloak refuses a password that comes while another of the same account is being checked.
 */
export async function fillKeycloak(page: Page, actor: ActorName): Promise<void> {
  const { port } = new URL(environment.url);
  await withLock(join(tmpdir(), `hemicycle-sign-in-${port}-${actor}.lock`), async () => {
    await nameOneself(page, ACCOUNTS[actor].username);
    await enterPassword(page);
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/auth/'));
  });
}

/** Waits for the workspace after a sign-in. */
export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: MAIN }).first()).toBeVisible({ timeout: 30_000 });
}

/** Opens `path` as a visitor would and goes through the ministry's sign-in. */
export async function signIn(page: Page, actor: ActorName, path = '/'): Promise<void> {
  await page.goto(path);
  await fillKeycloak(page, actor);
  await expectSignedIn(page);
}
