import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';

export interface Filled {
  readonly world: TestWorld;
  /** In 30 nested groups: three chains, ten deep. */
  readonly person: TestPerson;
  /** 200 documents in 20 spaces, all readable for the person by their groups. */
  readonly documentIds: readonly string[];
  readonly spaceIds: readonly string[];
}

const CHAINS = 3;
const DEPTH = 10;
const SPACES = 20;
const DOCUMENTS = 200;
/** Begins the subject of people who are only there. */
const FILLER = 'filler ';
const PER_SPACE = 100;
/** Grants written by one statement. */
const PART = 100_000;

/** A page of documents and somebody who may read it, by way of nested groups alone. */
export async function fill(): Promise<Filled> {
  const world = await createWorld();
  const { database, organisationId } = world;
  const owner = await world.person('Owner of all');
  const person = await world.person('In thirty groups');
  const tops: string[] = [];
  for (let chain = 0; chain < CHAINS; chain += 1) {
    const ids = Array.from({ length: DEPTH }, () => newId());
    await database.group.createMany({
      data: ids.map((id) => ({ id, organisationId, name: id, sortName: id })),
    });
    await database.groupMember.createMany({
      data: ids.map((groupId, level) => {
        const below = ids[level + 1];
        return { id: newId(), groupId, ...(below ? { memberGroupId: below } : { userId: person.id }) };
      }),
    });
    tops.push(...ids);
  }
  const spaces: string[] = [];
  for (let index = 0; index < SPACES; index += 1) {
    const { id } = await world.space(owner, `Space ${index}`);
    spaces.push(id);
    const groupId = tops[index % tops.length] as string;
    await database.grant.create({
      data: { id: newId(), resourceType: 'space', resourceId: id, groupId, role: 'editor' },
    });
  }
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => ({
    id: newId(),
    spaceId: spaces[index % SPACES] as string,
    position: `a${index}`,
    title: `Document ${index}`,
    createdById: owner.id,
  }));
  // Trees three deep: each document but the first of its space lies below one before it.
  await database.document.createMany({
    data: documents.map((document, index) => ({
      ...document,
      parentId: index % (SPACES * 3) < SPACES ? null : (documents[index - SPACES]?.id ?? null),
    })),
  });
  await fillAround(world, 2_000, 50_000);
  return { world, person, documentIds: documents.map(({ id }) => id), spaceIds: spaces };
}

/**
 * Other people, spaces and grants, so that nothing is answered from an empty table.
 * @param grants how many are added
 */
export async function fillAround(
  { database, organisationId, issuer }: TestWorld,
  people: number,
  grants: number,
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO users (id, organisation_id, issuer, subject, name, email, hue, sort_name)
    SELECT gen_random_uuid(), ${organisationId}::uuid, ${issuer}, ${FILLER} || n, 'Person ' || n, 'p@water.example',
      n % 360, 'person ' || n
    FROM generate_series(1, ${people}::int) n ON CONFLICT DO NOTHING`;
  // In parts: a statement of ours may take 15 s at most.
  for (let left = grants; left > 0; left -= PART) {
    await database.$executeRaw`
      WITH crowd AS (SELECT id, row_number() OVER () AS place FROM users WHERE subject LIKE ${`${FILLER}%`}),
      fresh AS (
        INSERT INTO spaces (id, organisation_id, name)
        SELECT gen_random_uuid(), ${organisationId}::uuid, 'Other space'
        FROM generate_series(1, ${Math.min(left, PART) / PER_SPACE}::int) RETURNING id
      ), placed AS (SELECT id, row_number() OVER () AS place FROM fresh)
      INSERT INTO grants (id, resource_type, resource_id, user_id, role)
      SELECT gen_random_uuid(), 'space', placed.id, crowd.id, 'editor'
      FROM placed CROSS JOIN generate_series(0, ${PER_SPACE - 1}::int) n
      JOIN crowd ON crowd.place = (placed.place * 37 + n) % ${people}::int + 1`;
  }
  await database.$executeRaw`ANALYZE`;
}
