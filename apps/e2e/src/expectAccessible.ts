import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of these standards that look at colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 A and AA as far as axe-core can tell, on the page as it stands. `name` tells which screen in a failure. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // Evaluated by the debugger, not by the page: its content security policy stays as strict as it is.
  await page.evaluate(axe);
  await expectNoViolations(page, STANDARDS, name);
}

/** What of it may change with the theme alone, on a page that `expectAccessible` looked at in the other one. */
export function expectReadableColours(page: Page, name: string): Promise<void> {
  return expectNoViolations(page, OF_COLOUR, name);
}

/** @param runOnly standards or rules */
async function expectNoViolations(page: Page, runOnly: readonly string[], name: string): Promise<void> {
  const violations = await page.evaluate(async (wanted) => {
    const { axe: engine } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await engine.run(document, { runOnly: wanted })).violations;
  }, runOnly);
  const readable = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${html.slice(0, 200)} — ${failureSummary ?? ''}`),
  }));
  expect(readable, name).toEqual([]);
}

/** Nothing may stick out sideways: WCAG 1.4.10 asks for reflow at 320 CSS pixels, which is 400 % of 1280. */
export async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  expect(wide, `${name} is wider than its window`).toBeLessThanOrEqual(seen);
}
