import { expectAccessible, expectReadableColours } from '../src/expectAccessible';
import { editorOf, sendMessage, textOf, whenShown } from '../src/meeting';
import { prepareSpace } from '../src/prepareSpace';
import { type BlockingProxy, startBlockingProxy } from '../src/startBlockingProxy';
import { switchTheme } from '../src/switchTheme';
import { expect, type Look, test } from '../src/test';

let proxy: BlockingProxy;

test.beforeAll(async () => {
  proxy = await startBlockingProxy();
});

test.afterAll(() => proxy.close());

const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');

test('RT-80 behind a proxy that blocks WebSockets people write, read and talk all the same, and are told so', async ({
  people,
}) => {
  const ines = await people.as('ines');
  const jonas = await people.as('jonas', { proxy: proxy.url });
  const { space, document } = await prepareSpace(ines, { jonas: 'editor' });
  for (const page of [ines, jonas]) {
    await page.goto(`/documents/${document.id}`);
    await editorOf(page).click();
    await expect(editorOf(page)).toBeFocused();
  }
  await Promise.all([
    ines.keyboard.type('written over a socket', { delay: 30 }),
    jonas.keyboard.type('WRITTEN THROUGH REQUESTS', { delay: 30 }),
  ]);
  const all = letters('written over a socketWRITTEN THROUGH REQUESTS');
  for (const page of [ines, jonas]) {
    await expect.poll(async () => letters(await textOf(page))).toBe(all);
    await expect(page.locator('[data-status=saved]')).toBeVisible();
  }
  expect(await textOf(jonas)).toBe(await textOf(ines));
  expect(proxy.refused()).toBeGreaterThan(0);
  await expect(ines.getByRole('button', { name: 'Over HTTP' })).toHaveCount(0);

  // By keyboard alone, and in words.
  const told = jonas.getByRole('button', { name: 'Over HTTP' });
  await told.focus();
  await jonas.keyboard.press('Enter');
  await expect(jonas.getByRole('dialog', { name: 'Over HTTP' })).toContainText('everything is saved');
  await jonas.keyboard.press('Escape');

  // A new page of the tab does not try in vain again.
  const before = proxy.refused();
  await jonas.reload();
  await expect(told).toBeVisible();
  await expect(jonas.locator('[data-status=saved]')).toBeVisible();
  expect(proxy.refused()).toBe(before);

  // Whoever leaves is seen to leave, at once and not by a timeout.
  const present = ines.getByRole('button', { name: /Jonas Weber/ });
  await expect(present).toBeVisible();
  await jonas.goto(`/spaces/${space.id}`);
  await expect(present).toHaveCount(0, { timeout: 10_000 });

  await expect(jonas.getByRole('textbox', { name: /^Message / })).toBeVisible();
  await ines.goto(`/spaces/${space.id}`);
  for (const [from, to, text] of [
    [ines, jonas, 'pushed to him through HTTP'],
    [jonas, ines, 'and back again'],
  ] as const) {
    const shown = whenShown(to, text);
    const sent = await sendMessage(from, text);
    test.info().annotations.push({ type: 'push', description: `${(await shown) - sent} ms: ${text}` });
  }
});

test('RT-80 several tabs of one browser leave each other, and everything else, room', async ({ people }) => {
  const ines = await people.as('ines');
  const jonas = await people.as('jonas', { proxy: proxy.url });
  const { document } = await prepareSpace(ines, { jonas: 'editor' });
  // Each tab has two connections to wait on; over HTTP/1.1 a browser opens six for all of them.
  const tabs = [jonas];
  while (tabs.length < 4) tabs.push(await jonas.context().newPage());
  for (const tab of tabs) {
    await tab.goto(`/documents/${document.id}`);
    await expect(tab.getByRole('button', { name: 'Over HTTP' })).toBeVisible({ timeout: 30_000 });
  }
  await ines.goto(`/documents/${document.id}`);
  await editorOf(ines).click();
  await ines.keyboard.type('in every tab');
  for (const tab of tabs) await expect.poll(() => textOf(tab), { timeout: 30_000 }).toBe('in every tab');
  for (const tab of tabs) {
    // Held up behind pulls that wait it would take as long as they do, 12 s and more.
    const answer = await tab.evaluate(async () => {
      const begun = performance.now();
      const { status } = await fetch('/api/v1/me');
      return { status, ms: Math.round(performance.now() - begun) };
    });
    expect(answer.status).toBe(200);
    expect(answer.ms).toBeLessThan(8_000);
  }
});

const LOOKS: Record<string, Look> = {
  light: {},
  'phone-fr': { width: 390, height: 844, locale: 'fr-FR' },
  'phone-dark-de': { theme: 'dark', width: 390, height: 844, locale: 'de-DE' },
};

test('the hint is accessible in every look', async ({ people }) => {
  const ines = await people.as('ines');
  const { document } = await prepareSpace(ines);
  for (const [name, look] of Object.entries(LOOKS)) {
    const page = await people.as('ines', { ...look, proxy: proxy.url });
    await page.goto(`/documents/${document.id}`);
    await page.getByRole('button', { name: /^(Over|Par|Über) HTTP$/ }).click();
    await expect(page.getByRole('dialog', { name: /HTTP/ })).toBeVisible();
    await expectAccessible(page, `over HTTP, ${name}`);
    if (name !== 'light') continue;
    await switchTheme(page, 'dark');
    await expectReadableColours(page, 'over HTTP, dark');
  }
});
