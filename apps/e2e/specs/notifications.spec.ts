import { randomUUID } from 'node:crypto';
import { callApi } from '../src/callApi';
import { personId, prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

test('NTF-18 the bell counts on every page without a reload, leads to the place, and is read on all devices', async ({
  people,
}) => {
  const ines = await people.as('ines');
  const jonas = await people.as('jonas');
  const { space, secret } = await prepareSpace(ines, { jonas: 'editor' });
  const jonasId = await personId(ines, 'jonas');
  const bell = (page: typeof jonas) => page.getByRole('button', { name: /^Notifications/ });
  const other = await jonas.context().newPage();
  await jonas.goto('/people');
  await other.goto('/settings');
  await expect(bell(jonas)).toHaveAccessibleName(/unread/);
  await bell(jonas).click();
  await jonas.getByRole('button', { name: 'Mark all as read' }).click();
  // The button is gone, the focus is not: the panel still hears Escape.
  await expect(jonas.getByRole('dialog').getByRole('heading', { name: 'Notifications' })).toBeFocused();
  await expect(bell(jonas)).toHaveAccessibleName('Notifications');
  await expect(bell(other)).toHaveAccessibleName('Notifications');
  await jonas.keyboard.press('Escape');
  await expect(jonas.getByRole('dialog')).toBeHidden();

  await callApi(ines, 'POST /channels/{channelId}/messages', `/channels/${space.channelId}/messages`, {
    id: randomUUID(),
    body: `@[Jonas](user:${jonasId}) please read`,
  });
  await expect(bell(jonas)).toHaveAccessibleName('Notifications, 1 unread', { timeout: 15_000 });
  await expect(bell(other)).toHaveAccessibleName('Notifications, 1 unread', { timeout: 15_000 });
  // By keyboard alone.
  await bell(jonas).focus();
  await jonas.keyboard.press('Enter');
  const told = jonas.getByRole('dialog').getByRole('link', { name: `mentioned you in Space ${secret}` });
  await expect(told).toBeVisible();
  await told.focus();
  await jonas.keyboard.press('Enter');
  await expect(jonas).toHaveURL(new RegExp(`/spaces/${space.id}`));
  await expect(jonas.getByText('please read').first()).toBeVisible();
  await expect(bell(other)).toHaveAccessibleName('Notifications', { timeout: 15_000 });
});
