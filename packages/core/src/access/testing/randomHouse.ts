import {
  type LabelRules,
  LINK_DEFAULT,
  LINK_REACHES,
  type LinkReach,
  ROLES,
  type Role,
} from '@hemicycle/contracts';
import { type Database, newId } from '@hemicycle/db';
import { admits } from '@hemicycle/policies';
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

interface GivenLink {
  readonly type: ResourceType;
  readonly id: string;
  readonly reach: LinkReach;
  readonly role: Role;
  readonly expired: boolean;
  readonly openedBy: readonly string[];
}

interface GivenPolicy {
  readonly id: string;
  readonly reach: LinkReach | null;
  readonly role: Role | null;
}

/** A house full of chance, kept in plain arrays as well as in the database. */
export interface RandomHouse {
  readonly spaces: readonly string[];
  readonly documents: readonly { id: string; parentId: string | null; spaceId: string }[];
  readonly groups: ReadonlyMap<string, { people: string[]; groups: string[] }>;
  readonly grants: readonly GivenGrant[];
  readonly links: readonly GivenLink[];
  readonly policies: readonly GivenPolicy[];
  /** What each resource that carries a label carries. */
  readonly labels: ReadonlyMap<string, LabelRules>;
  readonly people: readonly TestPerson[];
  readonly organisationId: string;
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
  const resources = [
    ...spaces.map((id) => ({ type: 'space' as const, id })),
    ...documents.map(({ id }) => ({ type: 'document' as const, id })),
  ];
  const opened = await createRandomLinks(database, resources, people, random);
  const labels = await createRandomLabels(world, resources, random);
  return {
    spaces,
    documents,
    groups,
    grants: [...grants.values()],
    ...opened,
    labels,
    people,
    organisationId,
  };
}

const LABELS = 4;

/** Labels without order: what several permit is the least of each, also where an order was never kept. */
async function createRandomLabels(
  { database, organisationId }: TestWorld,
  resources: readonly { type: ResourceType; id: string }[],
  random: Random,
): Promise<Map<string, LabelRules>> {
  const made = Array.from({ length: LABELS }, (_, index) => ({
    id: newId(),
    name: 'Chance',
    tone: 'neutral' as const,
    organisationId,
    rank: 10 + index,
    linkReach: LINK_REACHES[random.below(LINK_REACHES.length)] ?? 'anyone',
    guests: random.chance(0.6),
    others: random.chance(0.6),
    exports: random.chance(0.6),
  }));
  await database.label.createMany({ data: made });
  const labels = new Map<string, LabelRules>();
  for (const { type, id } of resources) {
    const label = made[random.below(made.length * 3)];
    if (label === undefined) continue;
    labels.set(id, label);
    const change = { where: { id }, data: { labelId: label.id } };
    if (type === 'space') await database.space.update(change);
    else await database.document.update(change);
  }
  return labels;
}

/** Below an owner: links make none. */
const LINK_ROLES = ROLES.slice(0, -1);

async function createRandomLinks(
  database: Database,
  resources: readonly { type: ResourceType; id: string }[],
  people: readonly TestPerson[],
  random: Random,
): Promise<Pick<RandomHouse, 'links' | 'policies'>> {
  const one = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
  const links = resources
    .filter(() => random.chance(0.4))
    .map((resource) => ({
      ...resource,
      reach: one(LINK_REACHES),
      role: one(LINK_ROLES),
      expired: random.chance(0.2),
      openedBy: people.filter(() => random.chance(0.3)).map(({ id }) => id),
    }));
  const policies = resources
    .filter(() => random.chance(0.3))
    .map((resource) => ({
      ...resource,
      reach: random.chance(0.8) ? one(LINK_REACHES) : null,
      role: random.chance(0.5) ? one(LINK_ROLES) : null,
    }));
  for (const { type, id, reach, role, expired, openedBy } of links) {
    await database.link.create({
      data: {
        id: newId(),
        resourceType: type,
        resourceId: id,
        reach,
        role,
        expiresAt: expired ? new Date(0) : null,
        tokenHash: new TextEncoder().encode(newId()),
        createdById: one(people).id,
        openings: { create: openedBy.map((userId) => ({ userId })) },
      },
    });
  }
  await database.accessPolicy.createMany({
    data: policies.map(({ type, id, reach, role }) => ({
      resourceType: type,
      resourceId: id,
      linkReach: reach,
      linkRole: role,
    })),
  });
  return { links, policies };
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

/** The resource and everything above it, the space last. */
function lineOf(house: RandomHouse, type: ResourceType, id: string): string[] {
  if (type === 'space') return [id];
  const document = house.documents.find((one) => one.id === id);
  if (document === undefined) throw new Error('no such document');
  const { parentId, spaceId } = document;
  return [id, ...(parentId === null ? [spaceId] : lineOf(house, 'document', parentId))];
}

/** Whether what is labelled here and above may be exported. */
export function expectedExportable(house: RandomHouse, id: string): boolean {
  return lineOf(house, 'document', id).every((one) => house.labels.get(one)?.exports ?? true);
}

function isAdmitted(house: RandomHouse, userId: string, line: readonly string[]): boolean {
  const actor = house.people.find((person) => person.id === userId)?.actor;
  return (
    actor !== undefined &&
    line.every((id) => admits(house.labels.get(id) ?? null, house.organisationId, actor))
  );
}

/** The role a person should have: the specification, written without SQL and without haste. */
export function expectedRole(
  house: RandomHouse,
  userId: string,
  type: ResourceType,
  id: string,
): Role | null {
  const line = lineOf(house, type, id);
  if (!isAdmitted(house, userId, line)) return null;
  const within = (groupId: string): boolean => {
    const group = house.groups.get(groupId);
    return group !== undefined && (group.people.includes(userId) || group.groups.some(within));
  };
  const granted = house.grants
    .filter((grant) => !grant.expired && line.includes(grant.id))
    .filter((grant) => grant.userId === userId || (grant.groupId !== null && within(grant.groupId)))
    .map((grant) => ROLES.indexOf(grant.role));
  const linked = house.links
    .filter((link) => !link.expired && line.includes(link.id) && link.openedBy.includes(userId))
    .flatMap((link) => linkedRole(house, userId, link) ?? []);
  return ROLES[Math.max(-1, ...granted, ...linked)] ?? null;
}

/** Place of the role a link gives among all roles, within what is allowed on it and above. */
function linkedRole(house: RandomHouse, userId: string, link: GivenLink): number | null {
  const actor = house.people.find(({ id }) => id === userId)?.actor;
  const line = lineOf(house, link.type, link.id);
  const spaceId = line.at(-1);
  const said = line.map((id) => house.policies.find((policy) => policy.id === id));
  const space = house.policies.find((policy) => policy.id === spaceId);
  const reaches = [
    link.reach,
    space?.reach ?? LINK_DEFAULT.reach,
    ...said.flatMap((one) => one?.reach ?? []),
    ...line.flatMap((id) => house.labels.get(id)?.linkReach ?? []),
  ];
  const roles = [link.role, space?.role ?? LINK_DEFAULT.role, ...said.flatMap((one) => one?.role ?? [])];
  const reach = LINK_REACHES[Math.min(...reaches.map((one) => LINK_REACHES.indexOf(one)))];
  const inside = actor?.organisationId === house.organisationId && actor.organisationRole !== 'guest';
  const opens = reach === 'anyone' || (reach === 'organisation' && inside);
  return opens ? Math.min(...roles.map((one) => ROLES.indexOf(one))) : null;
}
