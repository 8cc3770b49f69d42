import { administerProvider, startKeycloak } from '@hemicycle/testing';
import type { Browser, Page } from '@playwright/test';
import { PASSWORD } from '../src/accounts';
import { callApi, tryApi } from '../src/callApi';
import { environment } from '../src/environment';
import { openAccountMenu } from '../src/openAccountMenu';
import { enterPassword, expectSignedIn, nameOneself } from '../src/signIn';
import { expect, test } from '../src/test';

/**
 * A browser that goes to another ministry's provider, at an address of its own: unlike every other scenario's it may
 * leave our origin.
 */
async function openAt(chromium: Browser): Promise<Page> {
  const context = await chromium.newContext({ baseURL: environment.url, locale: 'en-GB' });
  return context.newPage();
}

const signOut = async (page: Page): Promise<void> => {
  await openAccountMenu(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
};

test('ACC-60, 62, 63 another ministry: its own sign-in, its own house, one account whatever its address, and nobody else’s', {
  tag: '@own',
}, async ({ chromium }) => {
  const provider = await administerProvider(await startKeycloak());
  const lena = await openAt(chromium);
  await lena.goto('/');
  await nameOneself(lena, 'lena.fischer@transport.example');
  // The address leads to the other ministry's own page, which is not on our origin.
  await expect(lena).toHaveURL(/\/realms\/transport\//);
  expect(new URL(lena.url()).host).not.toBe(new URL(environment.url).host);
  await expect(lena).toHaveTitle(/Ministry of Transport/);
  await enterPassword(lena);
  await expectSignedIn(lena);

  await test.step('gets that organisation, and nothing of ours', async () => {
    await openAccountMenu(lena);
    await expect(lena.getByText('Ministry of Transport')).toBeVisible();
    await lena.keyboard.press('Escape');
    expect((await callApi(lena, 'GET /spaces', '/spaces')).items).toEqual([]);
    await lena.goto('/people');
    await expect(lena.getByText('Lena Fischer').first()).toBeVisible();
    await expect(lena.getByText('Inès Moreau')).toHaveCount(0);
    const people = (await callApi(lena, 'GET /people', '/people')).items;
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Lena Fischer', 'lena.fischer@transport.example'],
    ]);
    expect((await callApi(lena, 'GET /search', '/search?q=coastal')).spaces).toEqual([]);
    const groups = (await callApi(lena, 'GET /groups', '/groups')).items;
    expect(groups.map(({ externalPath }) => externalPath).sort()).toEqual(['/Harbours', '/Harbours/Pilots']);
  });

  const { id } = await callApi(lena, 'GET /me', '/me');
  await test.step('keeps the account when the address changes there', async () => {
    await provider.changeEmail('lena.fischer', 'lena.vogel@transport.example');
    await signOut(lena);
    await lena.getByRole('button', { name: 'Sign in again' }).click();
    await nameOneself(lena, 'lena.vogel@transport.example');
    await expectSignedIn(lena);
    expect(await callApi(lena, 'GET /me', '/me')).toMatchObject({
      id,
      email: 'lena.vogel@transport.example',
    });
  });

  await test.step('is refused with the address of somebody here', async () => {
    await provider.create('impostor', 'jonas.weber@water.example', PASSWORD);
    const impostor = await openAt(chromium);
    await impostor.goto('/');
    await nameOneself(impostor, 'impostor@transport.example');
    await impostor.locator('#username').fill('impostor');
    await enterPassword(impostor);
    await expect(impostor.getByText('This e-mail address belongs to another account here')).toBeVisible();
    expect((await tryApi(impostor, 'GET /me', '/me')).status).toBe(401);
    await impostor.context().close();
  });
  await lena.context().close();
});
