import { hashSecret, newSecret, sessionCookie } from '@hemicycle/auth';
import type { LabelKey, OrganisationRole, Role } from '@hemicycle/contracts';
import {
  addMember,
  createDocument,
  createOperation,
  createSpace,
  foldText,
  type Operation,
  postMessage,
  type Services,
} from '@hemicycle/core';
import { createDatabase, type Database, newId } from '@hemicycle/db';
import { logger } from '@hemicycle/observability';
import type { Account } from '@hemicycle/policies';
import { testDatabase } from '../testDatabase';

/** Somebody with an account and an open session. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly actor: Account;
  /** Value of a `Cookie` header. */
  readonly cookie: string;
}

export interface TestSpace {
  readonly id: string;
  readonly channelId: string;
  readonly roomId: string;
}

export interface TestWorld {
  readonly database: Database;
  readonly databaseUrl: string;
  /** `iss` of every account. */
  readonly issuer: string;
  readonly organisationId: string;
  person(
    name: string,
    options?: { organisationRole?: OrganisationRole; organisationId?: string },
  ): Promise<TestPerson>;
  /** A second house, whose people must see nothing of the first. */
  organisation(name: string): Promise<string>;
  /** What one person does, through the operations everyone uses. */
  as(person: TestPerson): Operation;
  space(
    owner: TestPerson,
    name: string,
    members?: readonly (readonly [TestPerson, Role])[],
  ): Promise<TestSpace>;
  /** One of the labels the house began with. */
  labelId(key: LabelKey): Promise<string>;
  document(author: TestPerson, spaceId: string, title: string): Promise<string>;
  message(author: TestPerson, channelId: string, body: string): Promise<string>;
  close(): Promise<void>;
}

/** People, spaces and what is in them, on a migrated database of one's own. */
export async function createWorld(
  options: { issuer?: string; services?: Services } = {},
): Promise<TestWorld> {
  const own = await testDatabase();
  const database = createDatabase(own.url, { poolSize: 12 });
  const issuer = options.issuer ?? 'https://identity.example/realms/water';
  const log = logger('api');
  const organisation = async (name: string, itsIssuer: string): Promise<string> => {
    const id = newId();
    await database.organisation.create({ data: { id, name, issuer: itsIssuer }, select: { id: true } });
    return id;
  };
  const organisationId = await organisation('Ministry of Water', issuer);
  const as = (person: TestPerson): Operation =>
    createOperation({ database, actor: person.actor, services: options.services ?? noServices, log });
  return {
    database,
    databaseUrl: own.url,
    issuer,
    organisationId,
    organisation: (name) => organisation(name, `${issuer}/${newId()}`),
    person: (name, given) => createPerson(database, issuer, name, { organisationId, ...given }),
    as,
    async space(owner, name, members = []) {
      const space = await createSpace(as(owner), { name, purpose: '' });
      for (const [person, role] of members) {
        await addMember(as(owner), { spaceId: space.id, userId: person.id, role });
      }
      return { id: space.id, channelId: space.channelId, roomId: space.roomId };
    },
    async labelId(key) {
      const where = { organisationId, key };
      return (await database.label.findFirstOrThrow({ where, select: { id: true } })).id;
    },
    document: async (author, spaceId, title) =>
      (await createDocument(as(author), { spaceId, title, parentId: null })).id,
    message: async (author, channelId, body) =>
      (await postMessage(as(author), { channelId, id: newId(), body, parentId: null })).id,
    async close() {
      await database.$disconnect();
      await own.drop();
    },
  };
}

const SESSION_MS = 60 * 60 * 1000;

async function createPerson(
  database: Database,
  issuer: string,
  name: string,
  {
    organisationId,
    organisationRole = 'member',
  }: { organisationId: string; organisationRole?: OrganisationRole },
): Promise<TestPerson> {
  const id = newId();
  const sessionId = newId();
  const secret = newSecret();
  const email = `${foldText(name).replaceAll(' ', '.')}@water.example`;
  const now = new Date();
  await database.user.create({
    data: {
      id,
      organisationId,
      organisationRole,
      issuer,
      subject: id,
      name,
      email,
      hue: 200,
      sortName: foldText(name),
      searchText: foldText(name, email),
      sessions: {
        create: {
          id: sessionId,
          tokenHash: hashSecret(secret),
          keycloakSid: `sid-${sessionId}`,
          issuer,
          authTime: now,
          acr: '1',
          expiresAt: new Date(now.getTime() + SESSION_MS),
        },
      },
    },
    select: { id: true },
  });
  return {
    id,
    name,
    actor: { kind: 'account', userId: id, organisationId, organisationRole, sessionId },
    cookie: sessionCookie(secret, SESSION_MS / 1000).split(';')[0] ?? '',
  };
}

/** Says what proof sensitive actions ask for; ends nothing. */
const noIdentity: Services['identity'] = {
  stepUp: { maxAgeMs: SESSION_MS, acr: ['1'] },
  endSession: async () => {
    throw new Error('this test was given no Keycloak');
  },
};

/** For tests that touch the database only: one that reaches for another part says so. */
const noServices = new Proxy({} as Services, {
  get(_, name) {
    if (name === 'identity') return noIdentity;
    throw new Error(`this test was given no ${String(name)}`);
  },
});
