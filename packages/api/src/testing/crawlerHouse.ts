import { readFileSync } from 'node:fs';
import { newId } from '@hemicycle/db';
import { startPortal, startRealtime } from '@hemicycle/testing';
import { z } from 'zod';
import { root } from '../../../../infra/local/paths.mjs';
import { type AccessHouse, createAccessStreet } from './accessHouse';
import { plantSecrets } from './plantSecrets';

/** Somebody without any right in the house that is crawled, and what is theirs. */
export interface Prowler {
  readonly name: string;
  /** '' when they are not signed in. */
  readonly cookie: string;
  readonly own: AccessHouse;
  /** Of the same organisation, whose members know each other's addresses. */
  readonly colleague: boolean;
}

export type CrawlerHouse = Awaited<ReturnType<typeof createCrawlerHouse>>;

const Paths = z.record(z.string(), z.string());
const Functions = z.object({
  node: z.record(z.string(), z.unknown()),
  edge: z.record(z.string(), z.unknown()),
});

/** The portal and the realtime server as built for production, before a house full of secrets. */
export async function createCrawlerHouse() {
  const street = await createAccessStreet();
  const environment = { SMTP_HOST: '', TRUSTED_PROXIES: '1' };
  const options = { databaseUrl: street.world.databaseUrl, environment };
  const realtime = await startRealtime({ ...options, form: 'bundle' });
  const portal = await startPortal(options);
  const [abroad, here] = [await street.cast('elsewhere', ' Abroad'), await street.cast('here', ' Here')];
  const theirs = await street.house({ cast: abroad, word: 'kupfer' });
  const nextDoor = await street.house({ cast: here, word: 'kupfer' });
  const { guest, reader } = here.people;
  await street.world.database.grant.create({
    data: {
      id: newId(),
      resourceType: 'document',
      resourceId: nextDoor.documentId,
      userId: guest.id,
      role: 'reader',
    },
  });
  const prowlers: readonly Prowler[] = [
    { name: 'anonymous', cookie: '', own: theirs, colleague: false },
    { name: 'guest', cookie: guest.cookie, own: nextDoor, colleague: false },
    {
      name: 'member of another organisation',
      cookie: abroad.people.owner.cookie,
      own: theirs,
      colleague: false,
    },
    { name: 'reader of something else', cookie: reader.cookie, own: nextDoor, colleague: true },
  ];
  const house = await street.house({ meeting: true });
  await plantSecrets(street.world.database, house, [guest.id, reader.id, abroad.people.owner.id]);
  const build = `${root}/apps/portal/.next`;
  const read = (file: string): unknown => JSON.parse(readFileSync(`${build}/${file}`, 'utf8'));
  return {
    street,
    house,
    prowlers,
    origin: portal.url,
    buildId: readFileSync(`${build}/BUILD_ID`, 'utf8').trim(),
    /** Paths of pages, as Next's own manifest has them. */
    pages: Object.entries(Paths.parse(read('app-path-routes-manifest.json'))).flatMap(([file, path]) =>
      file.endsWith('/page') && !path.startsWith('/_') ? [path] : [],
    ),
    /** Route handlers of Next's: what answers there is in no contract. */
    handlers: Object.keys(Paths.parse(read('app-path-routes-manifest.json'))).filter((file) =>
      file.endsWith('/route'),
    ),
    serverFunctions: Object.values(Functions.parse(read('server/server-reference-manifest.json'))).flatMap(
      (functions) => Object.keys(functions),
    ),
    async close() {
      await portal.stop();
      await realtime.stop();
      await street.close();
    },
  };
}

/** Another machine each time, so that no limit of requests stands in the way. */
export function somewhere(): Readonly<Record<string, string>> {
  const part = (): number => Math.floor(Math.random() * 250) + 1;
  return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` };
}
