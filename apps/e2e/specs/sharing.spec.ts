import type { Page } from '@playwright/test';
import { callApi } from '../src/callApi';
import { editorOf } from '../src/meeting';
import { prepareSpace } from '../src/prepareSpace';
import { fillKeycloak } from '../src/signIn';
import { expect, test } from '../src/test';

/** Whoever loses a right is out of what is open within this. Milliseconds. */
const OUT_WITHIN = 5_000;
const PASSWORD = 'by another way';

/** Moves by Tab, as somebody without a mouse does, until the focus is on what has this name. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return '';
      const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const named = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      const label = element.getAttribute('aria-label') ?? named;
      return (label || (element.textContent ?? '')).trim();
    });
    if (name.test(label)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`nothing called ${name} is reached by ${key}`);
}

test('ACC-80 the Share dialog is worked by keyboard alone, and what it says comes true within seconds', {
  tag: '@alone',
}, async ({ people }) => {
  // Some 30 s; on a machine that does much else, longer.
  test.setTimeout(180_000);
  const ines = await people.as('ines');
  const { document } = await prepareSpace(ines);
  const at = `/access/document/${document.id}/link`;
  const { token } = await callApi(ines, 'PUT /access/{resourceType}/{resourceId}/link', at, {
    reach: 'organisation',
    role: 'reader',
    password: PASSWORD,
  });

  // By the link: through the sign-in and back, its password, and a document to read.
  const piotr = await people.visitor();
  const link = `/links/document/${document.id}/${token}`;
  await piotr.goto(link);
  await fillKeycloak(piotr, 'piotr');
  await expect(piotr.getByRole('heading', { name: 'This link asks for a password' })).toBeVisible({
    timeout: 30_000,
  });
  await piotr.getByLabel('Password').fill(PASSWORD);
  await piotr.keyboard.press('Enter');
  await expect(editorOf(piotr)).toHaveAttribute('contenteditable', 'false', { timeout: 30_000 });

  // Open, add the colleague, see what it does, confirm.
  await ines.goto(`/documents/${document.id}`);
  await expect(editorOf(ines)).toBeVisible();
  const share = ines.getByRole('button', { name: 'Share', exact: true });
  await share.focus();
  await ines.keyboard.press('Enter');
  const dialog = ines.getByRole('dialog', { name: /^Share “/ });
  await expect(dialog.locator('[data-grant="Inès Moreau"]')).toBeVisible();
  await tabTo(ines, /Add people or groups/);
  await ines.keyboard.type('piotr');
  await expect(ines.getByRole('option')).toHaveCount(1);
  await ines.keyboard.press('ArrowDown');
  await ines.keyboard.press('Enter');
  await expect(dialog.getByText('Piotr Kowalski: Reader until now, then Editor.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Share with Piotr Kowalski', exact: true })).toBeFocused();
  await ines.keyboard.press('Enter');
  await expect(dialog.locator('[data-grant="Piotr Kowalski"]')).toBeVisible();
  await expect(editorOf(piotr)).toHaveAttribute('contenteditable', 'true');
  await editorOf(piotr).click();
  await piotr.keyboard.type('Written by Piotr.');
  await expect(editorOf(ines)).toContainText('Written by Piotr.');

  // A reader from now on: the same page takes no more of his words.
  await tabTo(ines, /Role of Piotr Kowalski/);
  await ines.keyboard.press('Enter');
  await expect(ines.getByRole('option', { name: /^Reader/ })).toBeVisible();
  await ines.keyboard.press('End');
  await ines.keyboard.press('Enter');
  await expect(dialog.getByText('Piotr Kowalski: Editor until now, then Reader.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Change', exact: true }).first()).toBeFocused();
  await ines.keyboard.press('Enter');
  await expect(editorOf(piotr)).toHaveAttribute('contenteditable', 'false', { timeout: OUT_WITHIN });

  // Taken back, he still has the link: that is said before. Then the link, too.
  await tabTo(ines, /More for Piotr Kowalski/);
  await ines.keyboard.press('Enter');
  await expect(ines.getByRole('menuitem', { name: 'Take back' })).toBeVisible();
  await ines.keyboard.press('End');
  await ines.keyboard.press('Enter');
  await expect(dialog.getByText('Piotr Kowalski keeps the role Reader. Came by the link.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take back', exact: true }).first()).toBeFocused();
  await ines.keyboard.press('Enter');
  await expect(dialog.locator('[data-grant="Piotr Kowalski"]')).toHaveCount(0);
  await expect(editorOf(piotr)).toBeVisible();
  await tabTo(ines, /^Take back$/);
  await ines.keyboard.press('Enter');
  await expect(dialog.getByText('Piotr Kowalski loses access.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take the link back' })).toBeFocused();
  await ines.keyboard.press('Enter');
  await expect(editorOf(piotr)).toHaveCount(0, { timeout: OUT_WITHIN });

  // He asks where the link ended; the dialog that is still open shows it, and the answer opens his page.
  await piotr.goto(link);
  await expect(piotr.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
  await piotr.getByRole('textbox', { name: 'Why' }).fill('For the gauge tables');
  await piotr.getByRole('button', { name: 'Ask for access' }).click();
  const request = dialog.locator('[data-request="Piotr Kowalski"]');
  await expect(request).toContainText('For the gauge tables');
  await tabTo(ines, /Answer Piotr Kowalski/, 'Shift+Tab');
  await ines.keyboard.press('Enter');
  await expect(request.getByRole('button', { name: 'Give access' })).toBeVisible();
  await tabTo(ines, /^Give access$/);
  await ines.keyboard.press('Enter');
  await expect(editorOf(piotr)).toHaveAttribute('contenteditable', 'false', { timeout: 30_000 });

  await ines.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(share).toBeFocused();
});
