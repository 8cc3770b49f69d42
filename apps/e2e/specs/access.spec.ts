import type { Page } from '@playwright/test';
import { tryApi } from '../src/callApi';
import { environment } from '../src/environment';
import { type PreparedSpace, prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

/** Every page there is. What each says in every form the framework serves it is crawled in packages/api. */
const pagesOf = ({ space, document }: PreparedSpace) => [
  '/',
  '/spaces',
  `/spaces/${space.id}`,
  `/spaces/${space.id}/documents`,
  `/spaces/${space.id}/meetings`,
  `/spaces/${space.id}/members`,
  '/documents',
  `/documents/${document.id}`,
  '/meetings',
  `/rooms/${space.roomId}`,
  `/rooms/${space.roomId}?document=${document.id}`,
  '/people',
  '/people/guests',
  '/settings',
  `/links/document/${document.id}/of-nothing`,
];

/** How long a server may leave a socket without an answer. Milliseconds. */
const PATIENCE = 15_000;

/** Opens a socket from the page and tells how it ended: the close code, or `open` when the server says something on it. */
function socketOutcome(page: Page, path: string): Promise<number | 'open'> {
  return page.evaluate(
    ([address, patience]) =>
      new Promise<number | 'open'>((resolve, reject) => {
        const socket = new WebSocket(new URL(address, location.href.replace(/^http/, 'ws')));
        setTimeout(() => reject(new Error(`neither word nor end from ${address}`)), patience);
        socket.onclose = (event) => resolve(event.code);
        socket.onmessage = () => resolve('open');
      }),
    [path, PATIENCE] as const,
  );
}

test('an anonymous visitor is led to the sign-in from every page', async ({ people }) => {
  const ines = await people.as('ines');
  const prepared = await prepareSpace(ines);
  const visitor = await people.visitor();
  for (const path of pagesOf(prepared)) {
    // A page of its own: the one before may still be on its way to Keycloak.
    const page = await visitor.context().newPage();
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/(sign-in|auth\/)/);
    await page.close();
  }
});

test('a member without rights gets nothing from pages, tokens and sockets', async ({ people }) => {
  const ines = await people.as('ines');
  const prepared = await prepareSpace(ines);
  const { space, document, secret } = prepared;
  const tomas = await people.as('tomas');
  for (const path of [`/spaces/${space.id}`, `/documents/${document.id}`, `/rooms/${space.roomId}`]) {
    await tomas.goto(path);
    await expect(tomas.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(tomas.locator('body')).not.toContainText(secret);
  }
  const ticket = await tryApi(tomas, 'POST /tickets', '/tickets', {
    purpose: 'document',
    documentId: document.id,
  });
  expect(ticket.status).toBe(404);
  const pass = await tryApi(tomas, 'POST /rooms/{roomId}/join', `/rooms/${space.roomId}/join`, {
    deviceId: 'abcdefgh12345678',
  });
  expect(pass.status).toBe(404);
  const found = await tryApi(tomas, 'GET /search', `/search?q=${secret}`);
  expect(JSON.stringify(found.body)).not.toContain(secret);
});

test('sockets open for nobody without the right ticket, and a ticket opens one socket once', async ({
  people,
}) => {
  const ines = await people.as('ines');
  const { document } = await prepareSpace(ines);
  const other = await prepareSpace(ines);
  const documents = (id: string, ticket: string) => `/realtime/documents/${id}?ticket=${ticket}`;
  expect(await socketOutcome(ines, documents(document.id, ''))).not.toBe('open');
  expect(await socketOutcome(ines, documents(document.id, 'made-up'))).not.toBe('open');
  expect(await socketOutcome(ines, '/realtime/events?ticket=made-up')).not.toBe('open');
  const fresh = async () => {
    const { body } = await tryApi(ines, 'POST /tickets', '/tickets', {
      purpose: 'document',
      documentId: document.id,
    });
    return body.ticket;
  };
  const ticket = await fresh();
  expect(await socketOutcome(ines, documents(document.id, ticket))).toBe('open');
  expect(await socketOutcome(ines, documents(document.id, ticket)), 'a replayed ticket').not.toBe('open');
  expect(
    await socketOutcome(ines, documents(other.document.id, await fresh())),
    'a ticket for another',
  ).not.toBe('open');
  expect(await socketOutcome(ines, `/realtime/events?ticket=${await fresh()}`), 'for another use').not.toBe(
    'open',
  );
});

test('a reader reads, and can change nothing', async ({ people }) => {
  const ines = await people.as('ines');
  const { space, document, secret } = await prepareSpace(ines, { piotr: 'reader' });
  const piotr = await people.as('piotr');
  await piotr.goto(`/documents/${document.id}`);
  await expect(piotr.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false');
  await piotr.goto(`/spaces/${space.id}`);
  await expect(piotr.getByText(`Message ${secret}`)).toBeVisible();
  await expect(piotr.getByRole('textbox', { name: /message/i })).toHaveCount(0);
});

test('media signalling takes no made-up token', async ({ people }) => {
  const ines = await people.as('ines');
  expect(await socketOutcome(ines, '/rtc?access_token=made-up&protocol=16')).not.toBe('open');
  const response = await ines.request.post(`${environment.url}/twirp/livekit.RoomService/ListRooms`, {
    data: {},
  });
  expect(response.status()).toBe(404);
});
