import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { environment } from '../src/environment';
import { expectAccessible, expectNoSidewaysScroll } from '../src/expectAccessible';
import { joinFromPreJoin } from '../src/meeting';
import { drawPortrait } from '../src/portrait';
import { demoScreens, type Screen, VISITOR_SCREENS } from '../src/screens';
import { type Look, type People, test } from '../src/test';

/** Screens whose pictures stand in the README. */
const IN_README = ['home', 'space', 'meeting-document', 'document', 'sign-in'];

async function takePicture(page: Page, screen: string, look: string): Promise<void> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'initial' });
  await test.info().attach(`${screen}-${look}`, { body: picture, contentType: 'image/png' });
  const { picturesFolder } = environment;
  if (!picturesFolder) return;
  mkdirSync(picturesFolder, { recursive: true });
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

async function visit(page: Page, screen: Screen, look: string): Promise<void> {
  await page.goto(screen.path);
  await screen.ready(page);
  await page.evaluate(() => document.fonts.ready);
  await expectAccessible(page, `${screen.name}, ${look}`);
  await takePicture(page, screen.name, look);
}

const LOOKS: Record<string, Look> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  'phone-fr': { theme: 'light', width: 390, height: 844, locale: 'fr-FR' },
  'phone-dark-de': { theme: 'dark', width: 390, height: 844, locale: 'de-DE' },
};

for (const [name, look] of Object.entries(LOOKS)) {
  test(`every screen is accessible: ${name}`, async ({ people }) => {
    test.setTimeout(300_000);
    const page = await people.as('ines', look);
    await drawPortrait(page, 225);
    for (const screen of await demoScreens(page)) {
      const inPicture = screen.name === 'meeting-document' && (name === 'light' || name === 'dark');
      if (environment.picturesFolder && inPicture)
        await joinColleagues(people, screen.path.split('?')[0] ?? '');
      await visit(page, screen, name);
    }
    const visitor = await people.visitor(look);
    for (const screen of VISITOR_SCREENS) await visit(visitor, screen, name);
  });
}

test('every screen reflows at 320 pixels', async ({ people }) => {
  test.setTimeout(240_000);
  const page = await people.as('ines', { width: 320, height: 640, locale: 'de-DE' });
  for (const screen of await demoScreens(page)) {
    await page.goto(screen.path);
    await screen.ready(page);
    await expectNoSidewaysScroll(page, screen.name);
  }
});
