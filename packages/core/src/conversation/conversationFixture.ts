import type { LiveEvent, Message } from '@hemicycle/contracts';
import { createDatabase, type Database, newId } from '@hemicycle/db';
import { logger } from '@hemicycle/observability';
import { type Actor, ANONYMOUS } from '@hemicycle/policies';
import { testDatabase } from '@hemicycle/testing';
import { createOperation, type Operation } from '../operation';
import type { Services } from '../Services';
import { postMessage } from './postMessage';

/** Conversation asks no other part of the house. */
const NO_SERVICES = {} as Services;
const PEOPLE = ['ines', 'jonas', 'reader', 'expired', 'outsider'] as const;
const ROLES = { ines: 'owner', jonas: 'commenter', reader: 'reader', expired: 'owner' } as const;
const NAMES = {
  ines: 'Ines Moreau',
  jonas: 'Jonas Weber',
  reader: 'Rea Der',
  expired: 'Ex Pired',
  outsider: 'Out Sider',
};

/** A real database with five people; each `newSpace` is an empty conversation of theirs. */
export type ConversationFixture = Awaited<ReturnType<typeof conversationFixture>>;

export async function conversationFixture() {
  const { url, drop } = await testDatabase();
  const database = createDatabase(url, { poolSize: 10 });
  const { organisationId, people } = await populate(database);
  const actor = (userId: string): Actor => ({
    kind: 'account',
    userId,
    organisationId,
    organisationRole: 'member',
    sessionId: newId(),
  });
  const operation = (who: Actor, on: Database, now?: Date): Operation =>
    createOperation({
      database: on,
      actor: who,
      services: NO_SERVICES,
      log: logger('api'),
      ...(now && { now }),
    });
  const fixture = {
    ...people,
    database,
    spaceId: '',
    channelId: '',
    as: (userId: string, now?: Date) => operation(actor(userId), database, now),
    asAnonymous: () => operation(ANONYMOUS, database),
    async newSpace(): Promise<void> {
      fixture.spaceId = newId();
      fixture.channelId = newId();
      await database.space.create({ data: { id: fixture.spaceId, organisationId, name: 'Coast' } });
      await database.channel.create({ data: { id: fixture.channelId, spaceId: fixture.spaceId } });
      await database.grant.createMany({
        data: Object.entries(ROLES).map(([name, role]) => ({
          id: newId(),
          resourceType: 'space' as const,
          resourceId: fixture.spaceId,
          userId: people[name as keyof typeof ROLES],
          role,
          expiresAt: name === 'expired' ? new Date(0) : null,
        })),
      });
    },
    post: (userId: string, body: string, parentId: string | null = null): Promise<Message> =>
      postMessage(fixture.as(userId), { channelId: fixture.channelId, id: newId(), body, parentId }),
    /** In the space, or in one that only `onlyFor` may read. */
    async document(title: string, onlyFor?: string): Promise<string> {
      const [id, spaceId] = [newId(), onlyFor === undefined ? fixture.spaceId : newId()];
      if (onlyFor !== undefined) {
        await database.space.create({ data: { id: spaceId, organisationId, name: 'Other' } });
        const grant = {
          resourceType: 'document' as const,
          resourceId: id,
          userId: onlyFor,
          role: 'reader' as const,
        };
        await database.grant.create({ data: { id: newId(), ...grant } });
      }
      const createdById = people.ines;
      await database.document.create({ data: { id, spaceId, position: 'a0', title, createdById } });
      return id;
    },
    async events(topic: string): Promise<LiveEvent[]> {
      const rows = await database.outboxEvent.findMany({ where: { topic }, orderBy: { id: 'asc' } });
      return rows.map((row) => row.event as unknown as LiveEvent);
    },
    searchText: async (id: string) =>
      (await database.message.findUniqueOrThrow({ where: { id }, select: { searchText: true } })).searchText,
    /** Calls of the database client while `work` runs. */
    async countQueries(work: (op: Operation) => Promise<unknown>): Promise<number> {
      let count = 0;
      const counted = database.$extends({
        query: {
          $allOperations: ({ args, query }) => {
            count += 1;
            return query(args);
          },
        },
      }) as unknown as Database;
      await work(operation(actor(people.ines), counted));
      return count;
    },
    async close(): Promise<void> {
      await database.$disconnect();
      await drop();
    },
  };
  return fixture;
}

async function populate(database: Database) {
  const organisationId = newId();
  const issuer = `https://${organisationId}.example`;
  await database.organisation.create({
    data: { id: organisationId, name: 'Water', issuer },
  });
  const people = Object.fromEntries(PEOPLE.map((name) => [name, newId()])) as Record<
    (typeof PEOPLE)[number],
    string
  >;
  await database.user.createMany({
    data: PEOPLE.map((name) => ({
      id: people[name],
      organisationId,
      issuer,
      subject: people[name],
      name: NAMES[name],
      sortName: NAMES[name].toLowerCase(),
      email: `${name}@water.example`,
      hue: 10,
    })),
  });
  return { organisationId, people };
}
