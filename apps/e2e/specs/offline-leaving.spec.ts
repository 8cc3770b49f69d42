import { callApi } from '../src/callApi';
import { test } from '../src/deviceTest';
import { expectStatus, keptOnDevice, offlineBanner, openOnline, write } from '../src/kept';
import { textOf } from '../src/meeting';
import { openAccountMenu } from '../src/openAccountMenu';
import { personId, prepareSpace } from '../src/prepareSpace';
import { signIn } from '../src/signIn';
import { expect } from '../src/test';

test('RT-93 signing out leaves nothing on the device, and the next account sees nothing', {
  tag: '@own',
}, async ({ people, device }) => {
  test.setTimeout(180_000);
  const jonas = await people.as('jonas');
  const { document, secret } = await prepareSpace(jonas, { ines: 'editor' });
  const path = `/documents/${document.id}`;
  const computer = await device();
  const { page } = computer;
  await signIn(page, 'ines');
  await openOnline(page, path);
  await write(page, 'A secret of one account. ');
  await expectStatus(page, 'saved');
  expect((await keptOnDevice(page)).databases).toHaveLength(1);
  await openAccountMenu(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in\?signedOut/);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(await keptOnDevice(page)).toEqual({ databases: [], records: 0, account: null });

  await signIn(page, 'piotr');
  computer.unplug();
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(page.getByText('Nothing is kept on this device.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(secret);
});

test('RT-93 signing out without a network asks about edits that would be lost, and is completed on return', {
  tag: '@own',
}, async ({ people, device }) => {
  test.setTimeout(180_000);
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(jonas, { ines: 'editor' });
  const computer = await device();
  const { page } = computer;
  await signIn(page, 'ines');
  await openOnline(page, `/documents/${document.id}`);
  computer.unplug();
  await write(page, 'Only here. ');
  await expectStatus(page, 'kept');
  const signOut = async () => {
    await openAccountMenu(page);
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  await signOut();
  const question = page.getByRole('alertdialog', { name: 'Sign out and lose changes?' });
  await expect(question).toContainText(document.title);
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await expectStatus(page, 'kept');
  await signOut();
  await question.getByRole('button', { name: 'Sign out and lose them' }).click();
  await expect(page).toHaveURL(/\/offline$/);
  await expect(page.getByText('Nothing is kept on this device.')).toBeVisible();
  expect(await keptOnDevice(page)).toEqual({ databases: [], records: 0, account: null });
  const cookies = await page.context().cookies();
  computer.plugIn();
  // Whoever sits down here next finds Keycloak, not the workspace.
  await expect(page).toHaveURL(/\/(sign-in|auth\/)/, { timeout: 60_000 });
  await page.context().addCookies(cookies.filter(({ name }) => name === '__Host-hemicycle'));
  expect((await page.request.get('/api/v1/me')).status(), 'the old session').toBe(401);
});

test('RT-93 who lost access while away finds the copy gone, and is told why', {
  tag: '@own',
}, async ({ people, device }) => {
  test.setTimeout(240_000);
  const jonas = await people.as('jonas');
  const { space, document, secret } = await prepareSpace(jonas, { ines: 'editor' });
  const path = `/documents/${document.id}`;
  const computer = await device();
  await signIn(computer.page, 'ines');
  await openOnline(computer.page, path);
  computer.unplug();
  await write(computer.page, 'Never stored. ');
  await expectStatus(computer.page, 'kept');
  const member = await personId(jonas, 'ines');
  await callApi(jonas, 'DELETE /spaces/{spaceId}/members/{userId}', `/spaces/${space.id}/members/${member}`);
  const page = await computer.reopen();
  await page.goto(path);
  await expect(offlineBanner(page)).toBeVisible();
  computer.plugIn();
  await expect(page.getByRole('heading', { name: 'You can no longer open this document' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('with it changes of yours that had not been stored')).toBeVisible();
  expect((await keptOnDevice(page)).databases).toEqual([]);
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'No such document for you' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(secret);
});

test('RT-93 a copy never goes up in the name of somebody else who signed in meanwhile', {
  tag: '@own',
}, async ({ people, device }) => {
  test.setTimeout(180_000);
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(jonas, { ines: 'editor' });
  const path = `/documents/${document.id}`;
  const computer = await device();
  await signIn(computer.page, 'ines');
  await openOnline(computer.page, path);
  computer.unplug();
  const page = await computer.reopen();
  await page.goto(path);
  await write(page, 'Of another person. ');
  await expectStatus(page, 'kept');
  const session = (await jonas.context().cookies()).filter(({ name }) => name === '__Host-hemicycle');
  await page.context().addCookies(session);
  computer.plugIn();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Changes of yours that are not stored yet are kept')).toBeVisible();
  expect((await keptOnDevice(page)).databases).toHaveLength(1);
  await jonas.goto(path);
  await expectStatus(jonas, 'saved');
  expect(await textOf(jonas)).not.toContain('Of another person.');
});
