import { randomUUID } from 'node:crypto';
import { callApi } from '../src/callApi';
import { expectAccessible, expectNoSidewaysScroll } from '../src/expectAccessible';
import { mailTo } from '../src/mailbox';
import { makePublic } from '../src/makePublic';
import { editorOf } from '../src/meeting';
import { prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

test('GST-13 from the mail to words in the document on a phone, and out by one button of the administrator', async ({
  people,
}) => {
  const ines = await people.as('ines');
  const { document, secret } = await prepareSpace(ines);
  const address = `camille.roy-${randomUUID().slice(0, 8)}@elsewhere.example`;
  await ines.goto(`/documents/${document.id}`);
  await ines.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = ines.getByRole('dialog', { name: /^Share “/ });
  await dialog.getByRole('button', { name: 'Invite somebody from outside' }).click();
  await dialog.getByLabel('Mail address of a guest').fill(address);
  await dialog.getByLabel('Name of the guest').fill('Camille Roy');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(dialog.locator('[data-grant="Camille Roy"]')).toBeVisible();
  await expect.poll(async () => (await mailTo(address)).length, { timeout: 20_000 }).toBe(1);
  const [mail] = await mailTo(address);
  expect(mail?.text).toContain('no account and no password');

  const guest = await people.visitor({ width: 390, height: 844, locale: 'fr-FR' });
  await guest.setContent(mail?.html ?? '');
  // The first click.
  await guest.getByRole('link', { name: 'Open the invitation' }).click();
  await expect(guest.getByRole('heading', { name: `Document ${secret}` })).toBeVisible();
  await expectAccessible(guest, 'the door of a guest');
  await expectNoSidewaysScroll(guest, 'the door of a guest');
  // The second.
  await guest.getByRole('button', { name: 'Entrer' }).click();
  await expect(editorOf(guest)).toHaveAttribute('contenteditable', 'true', { timeout: 30_000 });
  await editorOf(guest).click();
  await guest.keyboard.type('Vu de l’extérieur');

  await ines.keyboard.press('Escape');
  await expect(editorOf(ines)).toContainText('Vu de l’extérieur', { timeout: 30_000 });
  await ines.goto('/people/guests');
  const row = ines.getByRole('listitem').filter({ hasText: address });
  await expect(row.getByText('Guest', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Remove Camille Roy' }).click();
  await expect(row).toHaveCount(0);
  await expect(editorOf(guest)).toHaveCount(0, { timeout: 15_000 });
  await guest.goto(`/documents/${document.id}`);
  await expect(guest.locator('body')).not.toContainText(secret);
});

test('GST-10 LBL-5 LBL-6 a link for anyone leads to the guests’ door or the sign-in, as far and as long as the label allows', async ({
  people,
}) => {
  const ines = await people.as('ines');
  const { space, document, secret } = await prepareSpace(ines);
  const policy = `/access/space/${space.id}/policy`;
  await makePublic(ines, space.id);
  await callApi(ines, 'PUT /access/{resourceType}/{resourceId}/policy', policy, { linkReach: 'anyone' });
  const at = `/access/document/${document.id}/link`;
  const { token } = await callApi(ines, 'PUT /access/{resourceType}/{resourceId}/link', at, {
    reach: 'anyone',
    role: 'reader',
  });
  const visitor = await people.visitor();
  await visitor.goto(`/links/document/${document.id}/${token}`);
  await expect(visitor.getByRole('heading', { name: `Document ${secret}` })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(visitor, 'the guests’ door of a link');
  await visitor.getByRole('link', { name: 'I have an account here' }).click();
  await expect(visitor.locator('#username')).toBeVisible({ timeout: 30_000 });
  await visitor.goto(`/links/document/${document.id}/${token}`);
  await visitor.getByLabel('Your name').fill('Noor Visser');
  await visitor.getByRole('button', { name: 'Come in' }).click();
  await expect(editorOf(visitor)).toHaveAttribute('contenteditable', 'false', { timeout: 30_000 });

  await ines.goto(`/documents/${document.id}`);
  await ines.getByRole('button', { name: 'Share', exact: true }).click();
  const label = ines.getByRole('region', { name: 'Classification' });
  const choose = async (name: string) => {
    await label.getByRole('button').first().click();
    await ines.getByRole('option', { name }).click();
  };
  await choose('Restricted');
  await expect(label).toContainText('Noor Visser loses access.');
  await label.getByRole('button', { name: 'Label it' }).click();
  await expect(editorOf(visitor)).toHaveCount(0, { timeout: 15_000 });
  await expect(ines.getByRole('dialog')).toContainText('“Restricted” allows no links.');
  await choose('As what is above');
  const lower = label.getByRole('button', { name: 'Lower the label' });
  await expect(lower).toBeDisabled();
  await label.getByRole('textbox', { name: 'Why is it lowered?' }).fill('The hearing is public');
  await lower.click();
  // "The label is set." stands there since it was raised.
  await expect(ines.getByRole('dialog')).not.toContainText('“Restricted” allows no links.');
  await visitor.reload();
  await expect(editorOf(visitor)).toBeVisible({ timeout: 30_000 });
});
