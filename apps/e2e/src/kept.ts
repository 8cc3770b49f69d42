import { expect, type Page } from '@playwright/test';
import { editorOf } from './meeting';

/** What a browser holds of documents: names of the text databases, and the records about them. */
export function keptOnDevice(
  page: Page,
): Promise<{ databases: string[]; records: number; account: unknown }> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const databases = names.filter((name) => name.startsWith('hemicycle-copy/'));
    if (!names.includes('hemicycle-copies')) return { databases, records: 0, account: null };
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await answer(indexedDB.open('hemicycle-copies'));
    const transaction = db.transaction(['copies', 'account']);
    const records = await answer(transaction.objectStore('copies').count());
    const account: unknown = await answer(transaction.objectStore('account').get('last'));
    db.close();
    return { databases, records, account: account ?? null };
  });
}

/** Waits until the page that opens without a network is here with all its files. */
export async function expectShell(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const shell = await caches.match('/offline', { ignoreSearch: true });
          return shell !== undefined && navigator.serviceWorker.controller !== null;
        }),
      { timeout: 60_000, message: 'the page without a network is kept' },
    )
    .toBe(true);
}

/** What the editor says about what was written. */
export async function expectStatus(page: Page, status: string, timeout = 30_000): Promise<void> {
  await expect(page.locator('[data-status]').first()).toHaveAttribute('data-status', status, { timeout });
}

/** Notes every status the editor shows from now on. */
export async function watchStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { hemicycleStatuses: seen });
    const note = () => {
      const shown = document.querySelector('[data-status]')?.getAttribute('data-status');
      if (shown && seen.at(-1) !== shown) seen.push(shown);
    };
    note();
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-status'],
    });
  });
  return () => page.evaluate(() => (window as unknown as { hemicycleStatuses: string[] }).hemicycleStatuses);
}

/** Opens the document with a network, once: afterwards it can be opened without. */
export async function openOnline(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(editorOf(page)).toBeVisible({ timeout: 30_000 });
  await expectStatus(page, 'saved');
  await expectShell(page);
}

/** At the end of the document. */
export async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** What stands above a copy. */
export const offlineBanner = (page: Page) => page.getByText('This is the copy on this device, as of');
