import { expect, type Locator, type Page } from '@playwright/test';

/** From a space's page through pre-join into the call. */
export async function joinFromSpace(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^(Start meeting|Join)/ })
    .first()
    .click();
  await joinFromPreJoin(page);
}

/** The one button of pre-join, in every language of the interface. */
const ENTER =
  /^(Start meeting|Join meeting|Démarrer la réunion|Rejoindre la réunion|Besprechung beginnen|Teilnehmen)$/;

export async function joinFromPreJoin(page: Page): Promise<void> {
  await page.getByRole('button', { name: ENTER }).click();
  await expect(page.locator('[data-call=connected]')).toBeVisible({ timeout: 30_000 });
}

/** Creates a document of the space beside the call. Returns the document's own path. */
export async function createDocumentInMeeting(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Document: open' }).click();
  const created = page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' && /\/spaces\/[^/]+\/documents$/.test(response.url()),
  );
  await page.getByRole('button', { name: 'New document' }).click();
  const { id } = (await (await created).json()) as { id: string };
  await page.getByRole('textbox', { name: 'Name of the document' }).fill(title);
  await page.keyboard.press('Enter');
  await expect(editorOf(page)).toBeVisible();
  return `/documents/${id}`;
}

/** Opens a document that a colleague made, beside the call. */
export async function openDocumentInMeeting(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Document: open' }).click();
  await page
    .getByRole('list', { name: 'Documents of this space' })
    .getByRole('button', { name: title })
    .click();
  await expect(editorOf(page)).toBeVisible();
}

export function editorOf(page: Page): Locator {
  return page.locator('.ProseMirror');
}

/** The words of the open document, without the names on other people's carets. */
export function textOf(page: Page): Promise<string> {
  return editorOf(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.ProseMirror-widget, [class*="caret"]')) caret.remove();
    return (copy.textContent ?? '').replaceAll('\u2060', '').trim();
  });
}

/** Opens the meeting's chat: the space's own channel. */
export async function openChat(page: Page): Promise<void> {
  const composer = page.getByRole('textbox', { name: /^Message / });
  if (!(await composer.isVisible())) await page.getByRole('button', { name: /^Chat/ }).click();
  await expect(composer).toBeVisible();
}

/** Sends a message with Enter. Returns the moment the key went down, in milliseconds since the epoch. */
export async function sendMessage(page: Page, text: string): Promise<number> {
  await page.getByRole('textbox', { name: /^Message / }).fill(text);
  const sent = Date.now();
  await page.keyboard.press('Enter');
  return sent;
}

/** Resolves with the moment `text` first stands on the page: pushed, without anyone touching it. */
export function whenShown(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent.includes(wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    text,
  );
}
