import { LIMITS, Problem } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createMetrics } from '@hemicycle/observability';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createApi } from './createApi';
import { RATE_LIMITS, type RateLimits } from './pipeline/rateLimits';
import { type AccessStreet, createAccessStreet } from './testing/accessHouse';

let street: AccessStreet;
beforeAll(async () => {
  street = await createAccessStreet();
});
afterAll(() => street?.close());

interface Asked {
  method?: string;
  path: string;
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
  headers?: Record<string, string | null>;
  from?: string;
}

/** As the owner's page would ask, unless told otherwise; a header given as null is left out. */
async function ask({ method = 'GET', path, body, headers = {}, from }: Asked, api = street.api) {
  const all: Record<string, string | null> = {
    cookie: street.people.owner.cookie,
    origin: street.origin,
    'content-type': 'application/json',
    ...headers,
  };
  const kept = Object.fromEntries(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  const request = new Request(`${street.origin}${path}`, {
    method,
    headers: kept,
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit);
  const response = await api.fetch(request, from === undefined ? {} : { clientAddress: from });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text === '' ? null : JSON.parse(text),
    text,
  };
}
const create = (name: string, headers: Record<string, string | null> = {}) =>
  ask({ method: 'POST', path: '/api/v1/spaces', body: JSON.stringify({ name }), headers });
const spacesNamed = (name: string) => street.world.database.space.count({ where: { name } });

let name: string;
beforeEach(() => {
  name = `Space ${newId()}`;
});

describe('a change', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['our host on another port', { origin: 'http://localhost:1' }],
    ['something that says nothing', { origin: null }],
    ['another site by an old browser', { origin: null, 'sec-fetch-site': 'cross-site' }],
    ['a sibling host', { origin: null, 'sec-fetch-site': 'same-site' }],
  ])('asked for by %s does not happen', async (_, headers) => {
    const { status, json } = await create(name, headers);
    expect({ status, code: json.code }).toEqual({ status: 403, code: 'foreign_origin' });
    expect(await spacesNamed(name)).toBe(0);
  });

  it('asked for by our page happens', async () => {
    expect((await create(name)).status).toBe(201);
    expect((await create(`${name} b`, { origin: null, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', null])(
    'sent as %s, as a form could, does not happen',
    async (type) => {
      expect((await create(name, { 'content-type': type })).json.code).toBe('unsupported_media');
      expect(await spacesNamed(name)).toBe(0);
    },
  );
});

describe('an Idempotency-Key', () => {
  it('makes one of many tries, and answers each alike', async () => {
    const key = newId();
    const first = await create(name, { 'idempotency-key': key });
    const second = await create(name, { 'idempotency-key': key });
    expect(second).toMatchObject({ status: 201, json: first.json });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await spacesNamed(name)).toBe(1);
  });

  it('lets one of two through that come at once', async () => {
    const key = newId();
    const both = await Promise.all([1, 2].map(() => create(name, { 'idempotency-key': key })));
    expect(await spacesNamed(name)).toBe(1);
    for (const { status } of both) expect([201, 409]).toContain(status);
  });

  it('with another request is refused', async () => {
    const key = newId();
    await create(name, { 'idempotency-key': key });
    const other = await create(`${name} b`, { 'idempotency-key': key });
    expect(other.json.code).toBe('idempotency_mismatch');
    expect(await spacesNamed(`${name} b`)).toBe(0);
  });

  it('of a try that failed is free again', async () => {
    const key = newId();
    const space = await street.house();
    const post = (seat: 'reader' | 'editor') =>
      ask({
        method: 'POST',
        path: `/api/v1/spaces/${space.spaceId}/members`,
        body: JSON.stringify({ userId: space.memberId, role: 'reader' }),
        headers: { 'idempotency-key': key, cookie: street.people[seat].cookie },
      });
    expect((await post('editor')).status).toBe(403);
    expect(await street.world.database.idempotencyKey.count({ where: { key } })).toBe(0);
  });

  it('is each person’s own', async () => {
    const key = newId();
    await create(name, { 'idempotency-key': key });
    const other = await create(name, { 'idempotency-key': key, cookie: street.people.editor.cookie });
    expect(other.status).toBe(201);
    expect(await spacesNamed(name)).toBe(2);
  });
});

describe('a body', () => {
  it.each([
    [
      'too long by its own account',
      { body: '{}', headers: { 'content-length': String(LIMITS.bodyBytes + 1) } },
    ],
    ['too long', { body: JSON.stringify({ name: 'x'.repeat(LIMITS.bodyBytes) }) }],
    [
      'too long, in pieces and without a length',
      {
        body: new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
        }),
      },
    ],
  ])('%s is not read', async (_, given) => {
    const { json } = await ask({ method: 'POST', path: '/api/v1/spaces', ...given });
    expect(json.code).toBe('payload_too_large');
  });

  it.each([
    ['not JSON', '{'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['of another shape', '{"name":5}'],
    ['empty', ''],
    ['with a name of blanks', '{"name":"   "}'],
    ['with control characters', '{"name":"a\\u0000b"}'],
  ])('%s is refused, with the fields that are wrong', async (_, body) => {
    const { status, json } = await ask({ method: 'POST', path: '/api/v1/spaces', body });
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'invalid_input' });
    expect(Problem.safeParse(json).success).toBe(true);
  });
});

describe('every answer', () => {
  it.each([
    ['/api/v1/me', 'GET', 200],
    ['/api/v1/nothing', 'GET', 404],
    ['/api/v1/me', 'DELETE', 405],
    ['/api/v1/spaces/not-an-id', 'GET', 400],
    [`/api/v1/spaces/${newId()}`, 'GET', 404],
    ["/api/v1/spaces?cursor='%20OR%201=1", 'GET', 400],
    ['/api/v1/spaces?limit=100000', 'GET', 400],
  ])('%s (%s) carries its request id and is kept by nobody', async (path, method, status) => {
    const answer = await ask({ path, method, headers: { 'x-request-id': 'from-the-proxy-1' } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-request-id')).toBe('from-the-proxy-1');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    if (status >= 400)
      expect(Problem.parse(answer.json)).toMatchObject({ status, requestId: 'from-the-proxy-1' });
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, PATCH');
  });

  it('tells what is hidden and what does not exist apart by nothing', async () => {
    const house = await street.house();
    const headers = { cookie: street.people.outsider.cookie, 'x-request-id': 'the-same-id' };
    const hidden = await ask({ path: `/api/v1/spaces/${house.spaceId}/members`, headers });
    const absent = await ask({ path: `/api/v1/spaces/${newId()}/members`, headers });
    expect(hidden.text).toBe(absent.text);
  });

  it('of the document of routes names every route', async () => {
    const { json } = await ask({ path: '/api/v1/openapi.json' });
    expect(json.openapi).toBe('3.1.0');
    expect(Object.keys(json.paths['/spaces/{spaceId}/members'])).toEqual(['get', 'post']);
    expect(json.paths['/spaces'].post.requestBody.content['application/json'].schema.required).toEqual([
      'name',
    ]);
  });
});

describe('a limit', () => {
  const limited = (limits: Partial<RateLimits>) =>
    createApi({
      database: street.world.database,
      auth: street.auth,
      services: street.world.as(street.people.owner).services,
      metrics: createMetrics('limits', { defaults: false }),
      publicOrigin: street.origin,
      rateLimits: { ...RATE_LIMITS, ...limits },
    });

  it('holds for one account, and leaves the others alone', async () => {
    const api = limited({ account: { points: 3, seconds: 60 } });
    const me = (cookie: string) => ask({ path: '/api/v1/me', headers: { cookie } }, api);
    for (let n = 0; n < 3; n += 1) expect((await me(street.people.owner.cookie)).status).toBe(200);
    const refused = await me(street.people.owner.cookie);
    expect(refused.json).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await me(street.people.editor.cookie)).status).toBe(200);
  });

  it('holds for guessing cookies from one address; who is signed in there goes on', async () => {
    const api = limited({ anonymous: { points: 3, seconds: 60 } });
    const guess = () =>
      ask(
        { path: '/api/v1/me', headers: { cookie: `__Host-hemicycle=${'x'.repeat(43)}` }, from: '192.0.2.1' },
        api,
      );
    await ask({ path: '/api/v1/me', from: '192.0.2.1' }, api);
    for (let n = 0; n < 3; n += 1) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    expect((await ask({ path: '/api/v1/me', from: '192.0.2.1' }, api)).status).toBe(200);
  });
});
