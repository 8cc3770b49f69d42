import { type RouteKey, routes } from '@hemicycle/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type AccessHouse, type AccessStreet, createAccessStreet, SECRET } from './testing/accessHouse';
import { ACCESS_ROWS } from './testing/accessRows';
import { type BuiltRequest, buildRequest, idsIn, type Named } from './testing/foreignIds';
import { plantSecrets, SECRET_DOMAIN } from './testing/plantSecrets';

let street: AccessStreet;
let victim: AccessHouse;

beforeAll(async () => {
  street = await createAccessStreet();
}, 240_000);
afterAll(() => street?.close());

/** People, groups and labels of one’s own organisation are no secret, and whoever has a link's token comes by it. */
const KNOWN_HERE: readonly Named[] = [
  'linkToken',
  'memberId',
  'otherId',
  'groupId',
  'otherGroupId',
  'foreignGroupId',
  'neighbourId',
  'foreignOrganisationId',
  'labels',
  'foreignLabelId',
];
/** Organisations that share spaces tell each other so; and what is foreign there is one's own. */
const KNOWN_ELSEWHERE: readonly Named[] = [
  'foreignGroupId',
  'neighbourId',
  'foreignOrganisationId',
  'foreignLabelId',
];

/** Whoever is signed in may ask (ACC-50), and is told nothing by it (ACC-51). */
const ASKING: RouteKey = 'POST /access/{resourceType}/{resourceId}/requests';

async function send(cookie: string, { method, path, body, json }: BuiltRequest): Promise<Response> {
  return street.api.fetch(
    new Request(`${street.origin}/api/v1${path}`, {
      method,
      headers: { origin: street.origin, cookie, ...(json && { 'content-type': 'application/json' }) },
      body,
    }),
  );
}

it.each(['elsewhere', 'here'] as const)(
  'ACC-93 takes no id of another house in the place of one’s own: an owner of a house %s',
  async (of) => {
    const known = of === 'here' ? KNOWN_HERE : KNOWN_ELSEWHERE;
    const cast = await street.cast(of, ` ${of}`);
    const own = await street.house({ meeting: true, cast, word: 'kupfer' });
    victim = await street.house({ meeting: true });
    const thief = cast.people.owner;
    await plantSecrets(street.world.database, victim, [thief.id]);
    let tried = 0;
    for (const key of Object.keys(routes) as RouteKey[]) {
      for (const row of [ACCESS_ROWS[key]].flat()) {
        for (const name of idsIn(key, row, own).filter((name) => !known.includes(name))) {
          const before = await street.fingerprint();
          const answer = await send(thief.cookie, buildRequest(key, row, { ...own, [name]: victim[name] }));
          const text = await answer.text();
          const told = `${key} (${row.note ?? 'as it is'}) with the other’s ${name}: ${answer.status} ${text.slice(0, 300)}`;
          if (answer.status === 429 || answer.status >= 500) throw new Error(told);
          if (text.includes(SECRET) || text.includes(SECRET_DOMAIN)) throw new Error(`tells: ${told}`);
          const asks = key === ASKING && of === 'here';
          if (!asks && (await street.fingerprint()) !== before) throw new Error(`changes something: ${told}`);
          tried += 1;
        }
      }
    }
    // That many ids are in the requests of our routes; less means that they are not looked at any more.
    expect(tried).toBeGreaterThan(90);
  },
  120_000,
);
