import { randomUUID } from 'node:crypto';
import { callApi } from '../src/callApi';
import { expectAccessible, expectNoSidewaysScroll } from '../src/expectAccessible';
import { mailTo } from '../src/mailbox';
import { editorOf } from '../src/meeting';
import { prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

test('GST-13 from the mail to words in the document on a phone, and out by one button of the administrator', async ({
  people,
}) => {
  const ines = await people.as('ines');
  const { document, secret } = await prepareSpace(ines);
  const address = `camille.roy-${randomUUID().slice(0, 8)}@elsewhere.example`;
  await callApi(
    ines,
    'POST /access/{resourceType}/{resourceId}/guests',
    `/access/document/${document.id}/guests`,
    {
      email: address,
      name: 'Camille Roy',
      role: 'editor',
      expiresAt: new Date(Date.now() + 7 * 864e5).toISOString(),
      locale: 'fr',
    },
  );
  await expect.poll(async () => (await mailTo(address)).length, { timeout: 20_000 }).toBe(1);
  const [mail] = await mailTo(address);
  expect(mail?.text).toContain('Ni compte ni mot de passe');

  const guest = await people.visitor({ width: 390, height: 844, locale: 'fr-FR' });
  await guest.setContent(mail?.html ?? '');
  // The first click.
  await guest.getByRole('link', { name: 'Ouvrir l’invitation' }).click();
  await expect(guest.getByRole('heading', { name: `Document ${secret}` })).toBeVisible();
  await expectAccessible(guest, 'the door of a guest');
  await expectNoSidewaysScroll(guest, 'the door of a guest');
  // The second.
  await guest.getByRole('button', { name: 'Entrer' }).click();
  await expect(editorOf(guest)).toHaveAttribute('contenteditable', 'true', { timeout: 30_000 });
  await editorOf(guest).click();
  await guest.keyboard.type('Vu de l’extérieur');

  await ines.goto(`/documents/${document.id}`);
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
