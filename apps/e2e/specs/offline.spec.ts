import { test } from '../src/deviceTest';
import { environment } from '../src/environment';
import { expectAccessible, expectNoSidewaysScroll } from '../src/expectAccessible';
import { expectShell, expectStatus, offlineBanner, openOnline, watchStatus, write } from '../src/kept';
import { editorOf, textOf } from '../src/meeting';
import { prepareSpace } from '../src/prepareSpace';
import { signIn } from '../src/signIn';
import { expect } from '../src/test';

test('RT-90 RT-92 RT-94 edits without a network survive closing the browser, and merge on return', {
  tag: '@own',
}, async ({ people, device }) => {
  test.setTimeout(240_000);
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(jonas, { ines: 'editor' });
  const path = `/documents/${document.id}`;
  await jonas.goto(path);
  const computer = await device();
  await signIn(computer.page, 'ines');
  await openOnline(computer.page, path);
  await write(computer.page, 'Together. ');
  await expectStatus(computer.page, 'saved');
  await expect.poll(() => textOf(jonas)).toContain('Together.');

  const online = await watchStatus(computer.page);
  computer.unplug();
  await expectStatus(computer.page, 'offline');
  const before = (await online()).length;
  await write(computer.page, 'In the train. ');
  await expectStatus(computer.page, 'kept');
  await expect(computer.page.getByText('Kept on this device', { exact: true })).toBeVisible();
  expect((await online()).slice(before)).not.toEqual(expect.arrayContaining(['saved']));
  expect((await online()).slice(before)).not.toEqual(expect.arrayContaining(['saving']));

  const page = await computer.reopen();
  await page.goto(path);
  await expect.poll(() => textOf(page), { timeout: 30_000 }).toContain('In the train.');
  await expect(offlineBanner(page)).toBeVisible();
  await expectStatus(page, 'kept');
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  const alone = await watchStatus(page);
  await write(page, 'Still without a network. ');
  await expectStatus(page, 'kept');
  expect(new Set(await alone())).toEqual(new Set(['kept', 'keeping']));
  // Parts that were never opened with a network are here as well.
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');

  await write(jonas, 'Meanwhile at the office. ');
  await expectStatus(jonas, 'saved');
  computer.plugIn();
  await expectStatus(page, 'saved', 60_000);
  await expect(page.getByText('You are connected again')).toBeVisible();
  const merged = ['Together.', 'In the train.', 'Still without a network.', 'Meanwhile at the office.'];
  for (const words of merged) {
    await expect.poll(() => textOf(page), { timeout: 30_000 }).toContain(words);
    await expect.poll(() => textOf(jonas), { timeout: 30_000 }).toContain(words);
  }
  expect(await textOf(page)).toBe(await textOf(jonas));
  expect(await page.evaluate(() => 'notReloaded' in window), 'the caret stayed where it was').toBe(true);
  const statuses = await alone();
  expect(statuses.indexOf('saved')).toBe(statuses.length - 1);

  await page.getByRole('button', { name: 'Open the workspace' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible();
  await expect.poll(() => textOf(page)).toContain('Still without a network.');
});

test('RT-95 Home without a network is an honest page that lists the documents on the device', {
  tag: '@own',
}, async ({ people, device }) => {
  test.setTimeout(240_000);
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(jonas, { ines: 'editor' });
  const computer = await device();
  const { page } = computer;
  await signIn(page, 'ines');
  await openOnline(page, `/documents/${document.id}`);
  computer.unplug();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expectAccessible(page, 'offline list');
  await page.goto('/spaces');
  await page.getByRole('link', { name: document.title }).click();
  await expect(offlineBanner(page)).toBeVisible({ timeout: 30_000 });
  await expect(editorOf(page)).toBeVisible();
  await expectAccessible(page, 'offline document');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 'offline document');
  await page.goto('/');
  await expectNoSidewaysScroll(page, 'offline list');
  // The network comes back after the page was asked for, and before the page has looked for the server.
  await page.route('**/api/health/live', async (route) => {
    computer.plugIn();
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible({ timeout: 60_000 });
});

test('RT-92 a disk that takes no more is told: nothing is then called kept', {
  tag: '@own',
}, async ({ people, device }) => {
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(jonas, { ines: 'editor' });
  const computer = await device();
  const path = `/documents/${document.id}`;
  await signIn(computer.page, 'ines');
  await openOnline(computer.page, path);
  computer.unplug();
  await write(computer.page, 'This fits. ');
  await expectStatus(computer.page, 'kept');

  // Chromium asks for the room there is once in a while, and at first: hence a fresh start.
  const page = await computer.reopen();
  const storage = await page.context().newCDPSession(page);
  const { origin } = new URL(environment.url);
  await storage.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.goto(path);
  await expect.poll(() => textOf(page), { timeout: 30_000 }).toContain('This fits.');
  await write(page, 'This does not. ');
  await expectStatus(page, 'unsaved');
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await storage.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(async () => {
    await write(page, 'Room again. ');
    await expectStatus(page, 'kept', 1_000);
  }).toPass({ timeout: 60_000 });
  const again = await computer.reopen();
  await again.goto(path);
  await expect
    .poll(() => textOf(again), { timeout: 30_000 })
    .toContain('This fits. This does not. Room again.');
});

test('RT-96 a new build waits for open tabs, then brings its own files and removes the old ones', {
  tag: '@own',
}, async ({ people, device }) => {
  const jonas = await people.as('jonas');
  const { document } = await prepareSpace(jonas, { ines: 'editor' });
  const computer = await device();
  await signIn(computer.page, 'ines');
  await openOnline(computer.page, `/documents/${document.id}`);
  const kept = () => caches.keys();
  const installed = await computer.page.evaluate(async () => {
    await caches.open('hemicycle-shell-earlier');
    const next = await navigator.serviceWorker.register('/service-worker.js?next');
    const worker = next.installing ?? next.waiting;
    if (worker?.state === 'installed') return true;
    return new Promise<boolean>((resolve) => {
      worker?.addEventListener('statechange', () => resolve(worker.state === 'installed'));
    });
  });
  expect(installed).toBe(true);
  expect(await computer.page.evaluate(kept)).toContain('hemicycle-shell-earlier');
  const page = await computer.reopen();
  await page.goto('/');
  await expect.poll(() => page.evaluate(kept)).not.toContain('hemicycle-shell-earlier');
  await expectShell(page);
});
