import { ACCOUNTS } from '../src/accounts';
import { openAccountMenu } from '../src/openAccountMenu';
import { enterPassword, fillKeycloak, nameOneself, signIn } from '../src/signIn';
import { expect, test } from '../src/test';

test('a visitor is sent to sign in, and comes back to where they wanted to go', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/people');
  await fillKeycloak(page, 'sofia');
  await expect(page).toHaveURL(/\/people$/, { timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the session is a cookie scripts cannot read, and no token stays in the browser', async ({ people }) => {
  const page = await people.visitor();
  await signIn(page, 'sofia');
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === '__Host-hemicycle');
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(kept).not.toMatch(/eyJ[A-Za-z0-9_-]{20,}/);
  expect(kept).not.toContain(session?.value);
});

test('signing out ends the session here and at Keycloak', async ({ people }) => {
  const page = await people.visitor();
  await signIn(page, 'sofia');
  const stolen = await page.context().cookies();
  await openAccountMenu(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  // The old cookie opens nothing.
  await page.context().addCookies(stolen.filter(({ name }) => name === '__Host-hemicycle'));
  expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  // Signing in again asks who one is: Keycloak's own session is over too.
  await page.context().clearCookies({ name: '__Host-hemicycle' });
  await page.goto('/');
  await expect(page.locator('#username')).toBeVisible();
});

test('a disabled account gets a clear page', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/');
  await nameOneself(page, ACCOUNTS.former.username);
  await expect(page.getByText(/disabled/i)).toBeVisible();
});

test('a wrong password says so, and a cancelled sign-in leads back to a page with a way on', async ({
  people,
}) => {
  const page = await people.visitor();
  await page.goto('/');
  // Of an account that no other scenario signs in with: Keycloak slows down who fails.
  await nameOneself(page, ACCOUNTS.amina.username);
  await enterPassword(page, 'not-the-password');
  await expect(page.locator('#password')).toBeVisible();
  await expect(page.getByText(/do not match/)).toBeVisible();
  await page.goto('/sign-in#error=access_denied&state=whatever');
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('IDN-4 tokens of another sign-in are refused by the browser, and never reach our API', async ({
  people,
}) => {
  const TOKENS = '**/protocol/openid-connect/token';
  const first = await people.visitor();
  let body = '';
  await first.route(TOKENS, async (route) => {
    const response = await route.fetch();
    body = await response.text();
    await route.fulfill({ response, body });
  });
  await signIn(first, 'sofia');
  const second = await people.visitor();
  const asked: string[] = [];
  second.on(
    'request',
    (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname),
  );
  await second.route(TOKENS, (route) => route.fulfill({ contentType: 'application/json', body }));
  await second.goto('/');
  await fillKeycloak(second, 'sofia');
  await expect(second.getByRole('heading', { name: 'The sign-in did not work' })).toBeVisible({
    timeout: 30_000,
  });
  expect(body).toContain('id_token');
  expect(asked).not.toContain('/api/v1/session');
});
