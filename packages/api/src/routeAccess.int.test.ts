import { type RouteContract, type RouteKey, routes } from '@hemicycle/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ACTORS,
  type AccessHouse,
  type AccessStreet,
  type ActorName,
  createAccessStreet,
  SECRET,
  WITHOUT_RIGHTS,
} from './testing/accessHouse';
import type { AccessRow } from './testing/accessRow';
import { ACCESS_ROWS } from './testing/accessRows';

let street: AccessStreet;
/** A house in which nothing was changed yet, and what the database looked like then. */
let untouched: { readonly house: AccessHouse; readonly meeting: boolean; readonly seen: string } | null =
  null;

/** Whatever changed nothing leaves the house to whoever comes next: with each try in one of its own this takes twice as long. */
async function untouchedHouse(meeting: boolean): Promise<{ house: AccessHouse; seen: string }> {
  if (untouched?.meeting !== meeting) {
    const house = await street.house({ meeting });
    untouched = { house, meeting, seen: await street.fingerprint() };
  }
  return untouched;
}

beforeAll(async () => {
  street = await createAccessStreet();
});
afterAll(() => street?.close());

const rowsOf = (key: RouteKey): readonly AccessRow[] => [ACCESS_ROWS[key]].flat();

function statusFor(row: AccessRow, actor: ActorName): number {
  const { outsider, ...given } = row.expected;
  return given[actor as keyof typeof given] ?? outsider;
}

async function ask(key: RouteKey, row: AccessRow, actor: ActorName, house: AccessHouse): Promise<Response> {
  const [method = '', path = ''] = key.split(' ');
  const params = row.params?.(house) ?? {};
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = row.query ? `?${new URLSearchParams(row.query(house))}` : '';
  const body = row.bytes ?? (row.body ? JSON.stringify(row.body(house)) : null);
  // Signing out must not take the others' sessions along.
  const person =
    key === 'DELETE /session' && actor !== 'anonymous'
      ? await street.world.person('Passer By')
      : actor === 'anonymous'
        ? null
        : house.people[actor];
  return street.api.fetch(
    new Request(`${street.origin}/api/v1${filled}${query}`, {
      method,
      headers: {
        origin: street.origin,
        ...(person && { cookie: person.cookie }),
        ...(row.body && { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    }),
  );
}

it('has a row for every route', () => {
  expect(Object.keys(ACCESS_ROWS).sort()).toEqual(Object.keys(routes).sort());
});

describe.each(Object.keys(routes) as RouteKey[])('%s', (key) => {
  const contract: RouteContract = routes[key];

  it.each(rowsOf(key).map((row) => [row.note ?? 'as it is', row] as const))('%s', async (_, row) => {
    for (const actor of ACTORS) {
      const { house, seen } = await untouchedHouse(row.meeting ?? false);
      const expected = statusFor(row, actor);
      const changes = !key.startsWith('GET ') && expected < 400;
      // Also when what follows fails.
      const before = untouched;
      untouched = null;
      const response = await ask(key, row, actor, house);
      const body = await response.text();
      const told = `${actor}: ${response.status} ${body.slice(0, 300)}`;
      if (response.status !== expected) throw new Error(`expected ${expected} for ${told}`);
      if (expected >= 400 || WITHOUT_RIGHTS.includes(actor)) expect(body).not.toContain(SECRET);
      if (row.shows && !WITHOUT_RIGHTS.includes(actor)) expect(body).toContain(SECRET);
      if (expected >= 400) expect(response.headers.get('content-type')).toBe('application/problem+json');
      else if (contract.response === null) expect(body).toBe('');
      if (changes) continue;
      expect(await street.fingerprint()).toBe(seen);
      untouched = before;
    }
  });
});
