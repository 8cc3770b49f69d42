import { expect, type Locator, type Page } from '@playwright/test';
import { callApi } from './callApi';
import { makePublic } from './makePublic';
import { editorOf, joinFromPreJoin } from './meeting';

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Resolves when the screen shows what it is for. */
  ready(page: Page): Promise<unknown>;
}

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();

const SHARE = /^(Share|Partager|Teilen)$/;

async function openShare(page: Page, button: Locator): Promise<void> {
  await button.click();
  await expect(page.getByRole('dialog').locator('[data-grant]').first()).toBeVisible();
}

/** What is before the workspace, for nobody in particular. */
export const VISITOR_SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: '/', ready: (page) => expect(page.locator('#username')).toBeVisible() },
  {
    name: 'identity-down',
    path: '/sign-in?reason=identity_unavailable',
    ready: (page) => expect(page.locator('#while-down')).toBeVisible(),
  },
  {
    name: 'break-glass',
    path: '/sign-in/break-glass',
    ready: (page) => expect(page.locator('input[type=password]')).toBeVisible(),
  },
];

/** Every screen of the workspace, on the demo organisation as `page`'s account sees it. */
export async function demoScreens(page: Page): Promise<Screen[]> {
  const { items } = await callApi(page, 'GET /spaces', '/spaces');
  const space = items.find(({ name }) => name === 'Coastal resilience');
  if (!space) throw new Error('The demo organisation was not seeded');
  const documents = await callApi(page, 'GET /documents', `/documents?spaceId=${space.id}`);
  const document = documents.items.find(({ title }) => title === 'Coastal flood plan');
  if (!document) throw new Error('The demo document was not seeded');
  const people = await callApi(page, 'GET /people', '/people?q=Jonas');
  const wayIn = await linkForAnyone(page, space.id, document.id);
  const inSpace = `/spaces/${space.id}`;
  const room = `/rooms/${space.roomId}`;
  return [
    { name: 'home', path: '/', ready: heading },
    { name: 'spaces', path: '/spaces', ready: heading },
    {
      name: 'space',
      path: inSpace,
      ready: (view) =>
        expect(view.getByRole('textbox', { name: /^(Message|Écrire à|Nachricht an) / })).toBeVisible(),
    },
    { name: 'space-documents', path: `${inSpace}/documents`, ready: heading },
    { name: 'space-meetings', path: `${inSpace}/meetings`, ready: heading },
    { name: 'space-members', path: `${inSpace}/members`, ready: heading },
    { name: 'documents', path: '/documents', ready: heading },
    {
      name: 'document',
      path: `/documents/${document.id}`,
      ready: (view) => expect(view.locator('.ProseMirror h2').first()).toBeVisible({ timeout: 30_000 }),
    },
    {
      name: 'share',
      path: `/documents/${document.id}`,
      async ready(view) {
        await expect(view.locator('.ProseMirror h2').first()).toBeVisible({ timeout: 30_000 });
        await openShare(view, view.getByRole('button', { name: SHARE }));
        // The strictest label, looked at.
        const labels = view.locator('[aria-labelledby=share-label]');
        await labels.getByRole('button').click();
        await view.getByRole('option').last().click();
        await expect(labels.locator('section h4')).toBeVisible();
        await labels.scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'share-space',
      path: `${inSpace}/members`,
      async ready(view) {
        await heading(view);
        await view.getByRole('button', { name: /^(Options|Optionen)/ }).click();
        await openShare(view, view.getByRole('menuitem', { name: SHARE }));
        // The busiest it gets: a change that is looked at, the rules unfolded.
        await view.getByRole('button', { name: /^(Rules|Règles|Regeln)$/ }).click();
        await view.getByRole('button', { name: /^(Take back all|Tout retirer|Alles zurücknehmen)/ }).click();
        await expect(view.getByRole('dialog').locator('section h4')).toBeVisible();
      },
    },
    { name: 'link-gone', path: '/links/document/00000000-0000-7000-8000-000000000000/gone', ready: heading },
    { name: 'meetings', path: '/meetings', ready: heading },
    { name: 'people', path: '/people', ready: heading },
    { name: 'person', path: `/people/${people.items[0]?.id}`, ready: heading },
    {
      name: 'notifications',
      path: '/people',
      async ready(view) {
        await view.getByRole('button', { name: /^(Notifications|Benachrichtigungen)/ }).click();
        await expect(view.getByRole('dialog').getByRole('list').first()).toBeVisible();
      },
    },
    { name: 'guests', path: '/people/guests', ready: heading },
    { name: 'labels', path: '/people/labels', ready: heading },
    {
      name: 'label-edit',
      path: '/people/labels',
      async ready(view) {
        await heading(view);
        await view.locator('main ul').getByRole('button').nth(2).click();
        await expect(view.getByRole('dialog').getByRole('textbox')).toBeVisible();
      },
    },
    { name: 'guest-door', path: `/guest#${wayIn}`, ready: heading },
    { name: 'guest-door-closed', path: '/guest#nothing', ready: heading },
    { name: 'settings', path: '/settings', ready: heading },
    {
      name: 'step-up',
      path: '/settings',
      async ready(view) {
        await heading(view);
        // Nobody hears it before the page is awake.
        await expect(async () => {
          await view.evaluate(() => window.dispatchEvent(new Event('hemicycle:step-up')));
          await expect(view.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
        }).toPass({ timeout: 30_000 });
      },
    },
    {
      name: 'session-end',
      path: '/settings',
      async ready(view) {
        const at = (ms: number) => new Date(Date.now() + ms).toISOString();
        const body = { expiresAt: at(100_000), endsAt: at(10_000_000), now: at(0) };
        await view.route('**/api/v1/session', (route) => route.fulfill({ json: body }));
        await view.reload();
        await expect(view.getByRole('alertdialog')).toBeVisible();
        await view.unroute('**/api/v1/session');
      },
    },
    { name: 'offline', path: '/offline', ready: heading },
    { name: 'absent', path: '/documents/00000000-0000-7000-8000-000000000000', ready: heading },
    { name: 'pre-join', path: room, ready: heading },
    {
      name: 'meeting-document',
      path: `${room}?document=${document.id}`,
      async ready(view) {
        await joinFromPreJoin(view);
        await expect(editorOf(view).locator('h2').first()).toBeVisible({ timeout: 30_000 });
      },
    },
  ];
}

/** What somebody from outside would be given: a link for anyone, which asks for a name and a code. */
async function linkForAnyone(page: Page, spaceId: string, documentId: string): Promise<string> {
  await makePublic(page, spaceId);
  await callApi(page, 'PUT /access/{resourceType}/{resourceId}/policy', `/access/space/${spaceId}/policy`, {
    linkReach: 'anyone',
  });
  const { token } = await callApi(
    page,
    'PUT /access/{resourceType}/{resourceId}/link',
    `/access/document/${documentId}/link`,
    { reach: 'anyone', role: 'reader', guestCode: true, renew: true },
  );
  return token ?? '';
}
