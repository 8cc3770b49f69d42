import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { environment } from '../src/environment';
import { expectAccessible, expectNoSidewaysScroll, expectReadableColours } from '../src/expectAccessible';
import { joinFromPreJoin } from '../src/meeting';
import { drawPortrait } from '../src/portrait';
import { demoScreens, type Screen, VISITOR_SCREENS } from '../src/screens';
import { switchTheme } from '../src/switchTheme';
import { expect, type Look, type People, test } from '../src/test';

const PHONE = { width: 390, height: 844 };

/** Screens whose pictures stand in the README. */
const IN_README = ['home', 'space', 'meeting-document', 'document', 'sign-in'];

/** One that fails is pictured by the runner itself. */
async function takePicture(page: Page, screen: string, look: string): Promise<void> {
  const { picturesFolder } = environment;
  if (!picturesFolder) return;
  const inReadme = IN_README.includes(screen) && ['light', 'dark'].includes(look);
  const folder = inReadme ? picturesFolder : join(picturesFolder, 'more');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${screen}-${look}.png`),
    animations: 'disabled',
    caret: 'initial',
  });
}

/** For the README the meeting is not empty. */
async function joinColleagues(people: People, path: string): Promise<void> {
  for (const [actor, hue] of [
    ['jonas', 160],
    ['sofia', 20],
  ] as const) {
    const page = await people.as(actor);
    await drawPortrait(page, hue);
    await page.goto(path);
    await joinFromPreJoin(page);
  }
}

async function open(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await screen.ready(page);
  await page.evaluate(() => document.fonts.ready);
}

async function expectGood(page: Page, screen: Screen, look: string): Promise<void> {
  await expectAccessible(page, `${screen.name}, ${look}`);
  await takePicture(page, screen.name, look);
}

/** As wide as 1280 pixels at 400 %, with whatever lies over the page still there. */
async function expectReflow(page: Page, screen: Screen): Promise<void> {
  const dialogs = page.locator('[role=dialog], [role=alertdialog]').filter({ visible: true });
  const before = await dialogs.count();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, screen.name);
  await expect(dialogs, screen.name).toHaveCount(before);
  await page.setViewportSize(PHONE);
}

/** Every screen, for somebody of the workspace and for a visitor; each is opened once. */
async function visitAll(
  people: People,
  look: Look,
  check: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  const page = await people.as('ines', look);
  await drawPortrait(page, 225);
  for (const screen of await demoScreens(page)) await check(page, screen);
  const visitor = await people.visitor(look);
  for (const screen of VISITOR_SCREENS) await check(visitor, screen);
}

test('every screen is accessible, in light and dark', async ({ people }) => {
  test.setTimeout(300_000);
  await visitAll(people, {}, async (page, screen) => {
    if (environment.picturesFolder && screen.name === 'meeting-document')
      await joinColleagues(people, screen.path.split('?')[0] ?? '');
    await open(page, screen);
    await expectGood(page, screen, 'light');
    await switchTheme(page, 'dark');
    await expectReadableColours(page, `${screen.name}, dark`);
    await takePicture(page, screen.name, 'dark');
    await switchTheme(page, 'light');
  });
});

test('every screen is accessible in French on a phone', async ({ people }) => {
  test.setTimeout(240_000);
  await visitAll(people, { ...PHONE, locale: 'fr-FR' }, async (page, screen) => {
    await open(page, screen);
    await expectGood(page, screen, 'phone-fr');
  });
});

test('every screen is accessible in German on a dark phone, and reflows at 320 pixels', async ({
  people,
}) => {
  test.setTimeout(240_000);
  await visitAll(people, { ...PHONE, theme: 'dark', locale: 'de-DE' }, async (page, screen) => {
    await open(page, screen);
    await expectGood(page, screen, 'phone-dark-de');
    await expectReflow(page, screen);
  });
});
