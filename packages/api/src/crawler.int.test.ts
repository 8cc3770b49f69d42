import { randomBytes } from 'node:crypto';
import { type RouteKey, routes } from '@hemicycle/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SECRET } from './testing/accessHouse';
import { ACCESS_ROWS } from './testing/accessRows';
import { type CrawlerHouse, createCrawlerHouse, type Prowler, somewhere } from './testing/crawlerHouse';
import { buildRequest } from './testing/foreignIds';
import { askForPage, PAGE_FORMS, type PageForm } from './testing/pageForms';
import { PAGE_ROWS } from './testing/pageRows';
import { SECRET_DOMAIN } from './testing/plantSecrets';
import { tryUpgrade } from './testing/tryUpgrade';

let crawled: CrawlerHouse;
beforeAll(async () => {
  crawled = await createCrawlerHouse();
}, 300_000);
afterAll(() => crawled?.close(), 60_000);

const PROWLERS = ['anonymous', 'guest', 'member of another organisation', 'reader of something else'];

function prowler(name: string): Prowler {
  const found = crawled.prowlers.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

function requireNothing(
  told: string,
  { status, text }: { status: number; text: string },
  { colleague }: Prowler,
) {
  if (status === 429 || status >= 500) throw new Error(`${told}: ${status} ${text.slice(0, 300)}`);
  for (const word of colleague ? [SECRET] : [SECRET, SECRET_DOMAIN]) {
    const place = text.indexOf(word);
    if (place >= 0)
      throw new Error(`${told}: ${status} …${text.slice(Math.max(0, place - 200), place + 50)}…`);
  }
}

const ask = (path: string, form: PageForm, cookie: string) => {
  const target = form.path?.(path, crawled.buildId) ?? path;
  return askForPage(crawled.origin, target, form, { ...somewhere(), ...(cookie && { cookie }) });
};

describe('pages', () => {
  it('ACC-92 have a row each; no server function and no handler of Next’s stands beside them', () => {
    expect([...crawled.pages].sort()).toEqual(Object.keys(PAGE_ROWS).sort());
    expect(crawled.serverFunctions).toEqual([]);
    expect(crawled.handlers).toEqual(['/icon.svg/route']);
  });

  it('show their owner the secret: that others do not see it means something', async () => {
    const { house, street } = crawled;
    for (const [page, { paths, shows }] of Object.entries(PAGE_ROWS)) {
      if (!shows) continue;
      for (const form of PAGE_FORMS.filter(({ content }) => content)) {
        const answers = await Promise.all(
          paths(house, house).map((path) => ask(path, form, street.people.owner.cookie)),
        );
        const seen = answers.some(({ text }) => text.includes(SECRET));
        if (!seen) throw new Error(`${page} as ${form.name}: ${answers.map(({ status }) => status)}`);
      }
    }
  }, 60_000);

  it.each(PROWLERS)(
    'ACC-92 tell %s nothing, in any form, and change nothing',
    async (name) => {
      const { house, street } = crawled;
      const who = prowler(name);
      const before = await street.fingerprint();
      for (const form of PAGE_FORMS) {
        for (const { paths } of Object.values(PAGE_ROWS)) {
          await Promise.all(
            paths(house, who.own).map(async (path) => {
              requireNothing(`${path} as ${form.name}`, await ask(path, form, who.cookie), who);
            }),
          );
        }
      }
      expect(await street.fingerprint()).toBe(before);
    },
    60_000,
  );
});

describe('the API at the portal', () => {
  it.each(PROWLERS)('ACC-92 tells %s nothing on any route', async (name) => {
    const { house, origin } = crawled;
    const who = prowler(name);
    for (const key of Object.keys(routes) as RouteKey[]) {
      // What everybody may do: sign out, ask for access (ACC-50), come by a link whose token they have (ACC-40).
      if (key === 'DELETE /session' || key.endsWith('/requests') || key === 'POST /links/open') continue;
      for (const row of [ACCESS_ROWS[key]].flat()) {
        const { method, path, body, json } = buildRequest(key, row, house);
        const answer = await fetch(`${origin}/api/v1${path}`, {
          method,
          body,
          headers: {
            ...somewhere(),
            origin,
            ...(who.cookie && { cookie: who.cookie }),
            ...(json && { 'content-type': 'application/json' }),
          },
        });
        requireNothing(key, { status: answer.status, text: await answer.text() }, who);
      }
    }
  });

  it('ACC-94 has no other method than its contracts say', async () => {
    const { house, street, origin } = crawled;
    const known = new Set<string>(Object.keys(routes));
    const before = await street.fingerprint();
    for (const [key, rows] of Object.entries(ACCESS_ROWS)) {
      const [path = ''] = key.split(' ').slice(1);
      const row = [rows].flat()[0];
      if (!row) throw new Error('unreachable');
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const asked = method === 'HEAD' ? 'GET' : method;
        if (known.has(`${asked} ${path}`)) continue;
        const { path: filled } = buildRequest(key as RouteKey, row, house);
        const { cookie } = street.people.owner;
        const answer = await street.api.fetch(
          new Request(`${origin}/api/v1${filled}`, { method, headers: { origin, cookie } }),
        );
        // 400: it is read as another route's, with a word where that has an id.
        if (![400, 404, 405].includes(answer.status)) throw new Error(`${method} ${path}: ${answer.status}`);
      }
    }
    expect(await street.fingerprint()).toBe(before);
  });
});

describe('sockets', () => {
  const madeUp = randomBytes(32).toString('base64url');
  const session = (): string => randomBytes(16).toString('hex');

  async function ticketFor(cookie: string, body: object): Promise<string> {
    const { origin } = crawled;
    const answer = await fetch(`${origin}/api/v1/tickets`, {
      method: 'POST',
      headers: { ...somewhere(), origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { ticket } = (await answer.json()) as { ticket?: string };
    if (ticket === undefined) throw new Error(`a ticket was answered with ${answer.status}`);
    return ticket;
  }

  it('lets the owner in: that others stay outside means something', async () => {
    const { house, origin, street } = crawled;
    const { documentId } = house;
    const ticket = await ticketFor(street.people.owner.cookie, { purpose: 'document', documentId });
    const opened = await tryUpgrade(`${origin}/realtime/documents/${documentId}?ticket=${ticket}`, {
      origin,
    });
    expect(opened).toMatchObject({ status: 101, closed: false });
  });

  it.each(PROWLERS)('ACC-94 stay shut to %s, whatever ticket or token they have', async (name) => {
    const { house, origin } = crawled;
    const { cookie, own } = prowler(name);
    const { documentId } = house;
    const tickets = async (): Promise<string[]> =>
      cookie === ''
        ? ['', madeUp]
        : [
            madeUp,
            await ticketFor(cookie, { purpose: 'document', documentId: own.documentId }),
            await ticketFor(cookie, { purpose: 'events' }),
          ];
    for (const ticket of await tickets()) {
      const answer = await tryUpgrade(`${origin}/realtime/documents/${documentId}?ticket=${ticket}`, {
        origin,
      });
      expect(answer).toMatchObject({ closed: true });
      expect(answer.text).not.toContain(SECRET);
    }
    for (const ticket of await tickets()) {
      const address = `${origin}/realtime/tunnel/${session()}/documents/${documentId}?ticket=${ticket}`;
      const answer = await fetch(address, { method: 'POST', headers: { origin, ...somewhere() } });
      expect(await answer.json()).toEqual({ refused: expect.any(Number) });
    }
    for (const path of [
      '/rtc',
      '/rtc/v1',
      '/rtc/validate',
      '/realtime',
      '/realtime/spaces',
      '/twirp',
      '/_next/webpack-hmr',
    ]) {
      const answer = await tryUpgrade(`${origin}${path}?access_token=${madeUp}&ticket=${madeUp}`, {
        origin,
        cookie,
      });
      expect({ path, opened: answer.status === 101 && !answer.closed }).toEqual({ path, opened: false });
      expect(answer.text).not.toContain(SECRET);
    }
  });
});
