import { editorOf, textOf } from '../src/meeting';
import { openHouse } from '../src/openHouse';
import { prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

test('the realtime server dies while two people type: both go on, and nothing acknowledged is lost', {
  tag: ['@own', '@alone'],
}, async ({ people }) => {
  const ines = await people.as('ines');
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(ines, { jonas: 'editor' });
  const pages = [ines, jonas];
  for (const page of pages) {
    await page.goto(`/documents/${document.id}`);
    await editorOf(page).click();
    await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  }
  const { realtime } = await openHouse();
  await expect(ines.getByText('Saved', { exact: true }).first()).toBeVisible();

  const typing = Promise.all([
    ines.keyboard.type('a'.repeat(160), { delay: 50 }),
    jonas.keyboard.type('b'.repeat(160), { delay: 50 }),
  ]);
  await expect.poll(async () => (await textOf(jonas)).length).toBeGreaterThan(40);
  await realtime.kill();
  // With the server gone the editors must not claim that new letters are stored.
  await expect(
    ines
      .getByText(/^(Offline|Connecting|Not saved|Saving|Keeping on this device|Kept on this device)$/)
      .first(),
  ).toBeVisible();
  await realtime.start();
  await typing;

  for (const page of pages) {
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible({ timeout: 45_000 });
    await expect
      .poll(async () => (await textOf(page)).length, { timeout: 45_000, message: 'letters on the page' })
      .toBe(320);
    expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  }
  expect(await textOf(ines)).toBe(await textOf(jonas));

  // What is said to be stored is stored: a browser that was not there reads it from the server alone.
  const written = await textOf(ines);
  await realtime.kill();
  await realtime.start();
  const fresh = await people.as('jonas');
  await fresh.goto(`/documents/${document.id}`);
  await expect.poll(async () => textOf(fresh), { timeout: 30_000 }).toBe(written);
});
