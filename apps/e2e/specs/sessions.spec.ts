import { PASSWORD } from '../src/accounts';
import { editorOf, joinFromPreJoin } from '../src/meeting';
import { personId, prepareSpace } from '../src/prepareSpace';
import { signIn } from '../src/signIn';
import { expect, test } from '../src/test';

/** Whose session is ended is out of everything within this. Milliseconds. */
const OUT_WITHIN = 5_000;

test('IDN-24 IDN-34 IDN-43 an administrator signs in once more, ends a session, and that browser is out', {
  tag: '@alone',
}, async ({ people }) => {
  const ines = await people.as('ines');
  const { space, document } = await prepareSpace(ines, { piotr: 'editor' });
  // A browser of his own: the others of these scenarios go on.
  const piotr = await people.visitor();
  await signIn(piotr, 'piotr');
  await piotr.goto(`/rooms/${space.roomId}?document=${document.id}`);
  await joinFromPreJoin(piotr);
  await expect(editorOf(piotr)).toBeVisible();

  // Let in because Keycloak remembers her: good for work, not for administration.
  const admin = await people.visitor();
  await signIn(admin, 'ines');
  // What a page still asks would lead it to the sign-in by itself meanwhile.
  await admin.goto('about:blank');
  await admin.context().clearCookies({ name: '__Host-hemicycle' });
  const path = `/people/${await personId(ines, 'piotr')}`;
  await admin.goto(path);
  await expect(admin).toHaveURL(path, { timeout: 30_000 });
  const sessions = admin.getByRole('region', { name: 'Where Piotr Kowalski is signed in' });
  const end = sessions.getByRole('button', { name: 'End: Chrome on Linux' }).first();
  await end.click();
  const question = admin.getByRole('dialog', { name: 'Confirm that it is you' });
  await question.getByRole('button', { name: 'Sign in again' }).click();
  await admin.locator('#password').fill(PASSWORD);
  await admin.locator('#kc-login').click();
  await expect(admin).toHaveURL(path, { timeout: 30_000 });
  await expect(piotr.locator('[data-call=connected]')).toBeVisible();

  await end.click();
  await expect(admin.getByText('Ended. It is signed out everywhere there.')).toBeVisible();
  await Promise.all([
    expect(piotr.locator('[data-call=connected]')).toHaveCount(0, { timeout: OUT_WITHIN }),
    expect(editorOf(piotr)).toHaveCount(0, { timeout: OUT_WITHIN }),
  ]);
  await expect(piotr.getByRole('heading', { name: 'Your session has ended' })).toBeVisible();
  expect((await piotr.request.get('/api/v1/me')).status()).toBe(401);
  await piotr.getByRole('button', { name: 'Sign in' }).click();
  await expect(piotr.locator('#username')).toBeVisible();

  await admin.goto('/settings');
  const own = admin.getByRole('list', { name: 'Where you are signed in' });
  await expect(own.getByRole('listitem').filter({ hasText: 'This browser' })).toContainText(
    'Chrome on Linux',
  );
});
