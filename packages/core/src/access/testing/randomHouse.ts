import { ROLES, type Role } from '@hemicycle/contracts';
import { type Database, newId } from '@hemicycle/db';
import type { createRandom, TestPerson, TestWorld } from '@hemicycle/testing';

type Random = ReturnType<typeof createRandom>;
export type ResourceType = 'space' | 'document';

interface GivenGrant {
  readonly type: ResourceType;
  readonly id: string;
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly role: Role;
  readonly expired: boolean;
}

/** A house full of chance, kept in plain arrays as well as in the database. */
export interface RandomHouse {
  readonly spaces: readonly string[];
  readonly documents: readonly { id: string; parentId: string | null; spaceId: string }[];
  readonly groups: ReadonlyMap<string, { people: string[]; groups: string[] }>;
  readonly grants: readonly GivenGrant[];
}

const SPACES = 3;
const DOCUMENTS = 14;
const GROUPS = 7;
const GRANTS = 16;

export async function createRandomHouse(
  world: TestWorld,
  people: readonly TestPerson[],
  random: Random,
): Promise<RandomHouse> {
  const { database, organisationId } = world;
  const one = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
  const spaces = Array.from({ length: SPACES }, () => newId());
  await database.space.createMany({ data: spaces.map((id) => ({ id, organisationId, name: 'Chance' })) });
  const documents: { id: string; parentId: string | null; spaceId: string }[] = [];
  for (let index = 0; index < DOCUMENTS; index += 1) {
    const parent = documents.length > 0 && random.chance(0.7) ? one(documents) : null;
    documents.push({ id: newId(), parentId: parent?.id ?? null, spaceId: parent?.spaceId ?? one(spaces) });
  }
  const createdById = one(people).id;
  await database.document.createMany({
    data: documents.map((row, index) => ({ ...row, position: `a${index}`, title: 'Chance', createdById })),
  });
  const groups = await createRandomGroups(database, organisationId, people, random);
  const grants = new Map<string, GivenGrant>();
  for (let index = 0; index < GRANTS; index += 1) {
    const type = random.chance(0.4) ? 'space' : 'document';
    const id = type === 'space' ? one(spaces) : one(documents).id;
    const toGroup = random.chance(0.6);
    const subject = toGroup ? one([...groups.keys()]) : one(people).id;
    grants.set(`${id} ${subject}`, {
      type,
      id,
      userId: toGroup ? null : subject,
      groupId: toGroup ? subject : null,
      role: one(ROLES),
      expired: random.chance(0.2),
    });
  }
  await database.grant.createMany({
    data: [...grants.values()].map(({ type, id, expired, ...grant }) => ({
      ...grant,
      id: newId(),
      resourceType: type,
      resourceId: id,
      expiresAt: expired ? new Date(0) : null,
    })),
  });
  return { spaces, documents, groups, grants: [...grants.values()] };
}

/** Groups only hold groups made after them: no cycles, but many ways from one to another. */
async function createRandomGroups(
  database: Database,
  organisationId: string,
  people: readonly TestPerson[],
  random: Random,
): Promise<RandomHouse['groups']> {
  const ids = Array.from({ length: GROUPS }, () => newId());
  await database.group.createMany({
    data: ids.map((id) => ({ id, organisationId, name: id, sortName: id })),
  });
  const groups = new Map(
    ids.map((id, index) => [
      id,
      {
        people: people.filter(() => random.chance(0.2)).map((person) => person.id),
        groups: ids.slice(index + 1).filter(() => random.chance(0.35)),
      },
    ]),
  );
  await database.groupMember.createMany({
    data: [...groups].flatMap(([groupId, members]) => [
      ...members.people.map((userId) => ({ id: newId(), groupId, userId })),
      ...members.groups.map((memberGroupId) => ({ id: newId(), groupId, memberGroupId })),
    ]),
  });
  return groups;
}

/** The role a person should have: the specification, written without SQL and without haste. */
export function expectedRole(
  house: RandomHouse,
  userId: string,
  type: ResourceType,
  id: string,
): Role | null {
  const line: string[] = [];
  let spaceId = id;
  for (let next = type === 'document' ? id : null; next !== null; ) {
    const document = house.documents.find((one) => one.id === next);
    line.push(next);
    spaceId = document?.spaceId ?? spaceId;
    next = document?.parentId ?? null;
  }
  line.push(spaceId);
  const within = (groupId: string): boolean => {
    const group = house.groups.get(groupId);
    return group !== undefined && (group.people.includes(userId) || group.groups.some(within));
  };
  const roles = house.grants
    .filter((grant) => !grant.expired && line.includes(grant.id))
    .filter((grant) => grant.userId === userId || (grant.groupId !== null && within(grant.groupId)))
    .map((grant) => ROLES.indexOf(grant.role));
  return ROLES[Math.max(-1, ...roles)] ?? null;
}
