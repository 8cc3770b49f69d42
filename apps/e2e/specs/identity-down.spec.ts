import { randomUUID } from 'node:crypto';
import { startKeycloak } from '@hemicycle/testing';
import { BREAK_GLASS } from '../src/accounts';
import { callApi } from '../src/callApi';
import { expectToSeeAndHear } from '../src/media';
import { editorOf, joinFromPreJoin, openChat, textOf } from '../src/meeting';
import { prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

// Also when the scenario fails: the others need it.
test.afterAll(async () => {
  test.setTimeout(120_000);
  await startKeycloak();
});

test('IDN-63 IDN-70 IDN-71 without the identity service work goes on, and who comes is told what to do', {
  tag: ['@own', '@alone'],
}, async ({ people }) => {
  test.setTimeout(240_000);
  const ines = await people.as('ines');
  const jonas = await people.as('jonas');
  const { space, document } = await prepareSpace(ines, { jonas: 'editor' });
  await ines.goto(`/rooms/${space.roomId}?document=${document.id}`);
  await joinFromPreJoin(ines);
  await expect(editorOf(ines)).toBeVisible({ timeout: 30_000 });
  await jonas.goto(`/rooms/${space.roomId}`);
  await joinFromPreJoin(jonas);
  await (await startKeycloak()).stop();
  await expectToSeeAndHear(ines);
  await editorOf(ines).click();
  await ines.keyboard.type('Written without Keycloak.');
  await jonas.goto(`/documents/${document.id}`);
  await expect.poll(() => textOf(jonas), { timeout: 30_000 }).toContain('Written without Keycloak.');
  await openChat(ines);
  const said = { id: randomUUID(), body: 'Still here' };
  await callApi(jonas, 'POST /channels/{channelId}/messages', `/channels/${space.channelId}/messages`, said);
  await expect(ines.getByText('Still here').first()).toBeVisible();
  // Joining from another device needs no identity service either.
  await callApi(jonas, 'POST /rooms/{roomId}/join', `/rooms/${space.roomId}/join`, {
    deviceId: 'abcdefgh12345678',
  });

  const visitor = await people.visitor();
  await visitor.goto('/');
  await expect(visitor.getByRole('heading', { name: 'The identity service does not answer' })).toBeVisible();
  await expect(visitor.getByRole('region', { name: 'What you can do' })).toContainText('Stay in the tabs');
  await visitor.getByRole('link', { name: 'Administrator with the break-glass password' }).click();
  const password = visitor.getByLabel('Break-glass password');
  await password.fill('not the password');
  await visitor.getByRole('button', { name: 'Open administration' }).click();
  await expect(visitor.getByText('That is not the password.')).toBeVisible();
  await password.fill(BREAK_GLASS.password);
  await visitor.getByRole('button', { name: 'Open administration' }).click();
  await expect(visitor.getByText('You administer with the break-glass password.')).toBeVisible();
  await visitor.goto('/spaces');
  await expect(visitor).toHaveURL(/\/people$/);
  await ines.goto('/');
  await expect(ines.getByText('The break-glass password is in use since')).toBeVisible();
});
