import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ACCOUNTS } from '../src/accounts';
import { environment } from '../src/environment';
import { expectToSeeAndHear, iceServers } from '../src/media';
import {
  createDocumentInMeeting,
  editorOf,
  joinFromSpace,
  openChat,
  openDocumentInMeeting,
  sendMessage,
  textOf,
  whenShown,
} from '../src/meeting';
import { openHouse } from '../src/openHouse';
import { expect, test } from '../src/test';

/** One of the two who meet, and what they write. */
interface Writer {
  readonly page: Page;
  readonly words: string;
}

/** Both type at once, letter by letter. */
async function typeAtOnce(writers: readonly Writer[]): Promise<void> {
  await Promise.all(
    writers.map(async ({ page, words }) => {
      await editorOf(page).click();
      await expect(editorOf(page)).toBeFocused();
      await page.keyboard.type(words, { delay: 30 });
    }),
  );
}

const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');

/** Every letter of everyone stands on every page, in the same order, and is said to be stored. */
async function expectConverged(writers: readonly Writer[]): Promise<string> {
  const all = letters(writers.map(({ words }) => words).join(''));
  for (const { page } of writers) await expect.poll(async () => letters(await textOf(page))).toBe(all);
  const [first] = writers;
  const text = first ? await textOf(first.page) : '';
  for (const { page } of writers) {
    expect(await textOf(page)).toBe(text);
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  }
  return text;
}

async function createSpaceWith(page: Page, name: string, colleague: string): Promise<string> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New space' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog.getByRole('button', { name: 'Create space' }).click();
  await expect(page).toHaveURL(/\/spaces\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('combobox', { name: 'Add someone by name' }).fill(colleague);
  await page.getByRole('option', { name: new RegExp(colleague) }).click();
  const add = page.getByRole('button', { name: /^Add/ });
  if (await add.isVisible()) await add.click();
  await expect(page.getByRole('main').getByText(colleague).first()).toBeVisible();
  return path;
}

test('two people meet, see and hear each other, write one document, and nothing is lost', {
  tag: '@alone',
}, async ({ people }) => {
  test.setTimeout(300_000);
  const run = randomUUID().slice(0, 8);
  const ines = await people.as('ines');
  const jonas = await people.as('jonas');

  const spacePath = await createSpaceWith(ines, `Dyke works ${run}`, ACCOUNTS.jonas.name);
  await ines.goto(spacePath);
  await joinFromSpace(ines);
  await jonas.goto(spacePath);
  await joinFromSpace(jonas);
  await Promise.all([expectToSeeAndHear(ines), expectToSeeAndHear(jonas)]);
  for (const page of [ines, jonas]) {
    for (const server of await iceServers(page))
      expect(server).toMatch(/^(stun|turns?):(127\.0\.0\.1|localhost)/);
  }

  // Both write the same document at once, beside the call.
  const title = `Plan ${run}`;
  const documentPath = await createDocumentInMeeting(ines, title);
  await openDocumentInMeeting(jonas, title);
  const writers: Writer[] = [
    { page: ines, words: 'The western dyke is raised to three metres. ' },
    { page: jonas, words: 'Works begin where the gap is largest. ' },
  ];
  await typeAtOnce(writers);
  const written = await expectConverged(writers);
  await Promise.all([expectToSeeAndHear(ines), expectToSeeAndHear(jonas)]);

  // A message arrives by push in under a second.
  await Promise.all([openChat(ines), openChat(jonas)]);
  const message = `Confirmed, table seven ${run}`;
  const shown = whenShown(jonas, message);
  const sent = await sendMessage(ines, message);
  const milliseconds = (await shown) - sent;
  test
    .info()
    .annotations.push({ type: 'push', description: `${milliseconds} ms from Enter to the other screen` });
  expect(milliseconds).toBeLessThan(1_000);

  // Everything stops; everything starts; all of it is still there.
  if (!environment.runningUrl) {
    const house = await openHouse();
    await house.stop();
    await house.start();
  }
  for (const page of [ines, jonas]) {
    await page.goto(spacePath);
    await expect(page.getByText(message).first()).toBeVisible({ timeout: 30_000 });
    await page.goto(documentPath);
    await expect.poll(async () => textOf(page), { timeout: 30_000 }).toBe(written);
    await page.goto(`${spacePath}/members`);
    for (const { name } of [ACCOUNTS.ines, ACCOUNTS.jonas]) {
      await expect(page.getByRole('main').getByText(name).first()).toBeVisible();
    }
  }
});
