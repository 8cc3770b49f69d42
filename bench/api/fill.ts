import { createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';

export interface Filled {
  readonly world: TestWorld;
  readonly spaceId: string;
  /** Members of the space, each with a session. */
  readonly readers: readonly TestPerson[];
}

/** Members of the space that is read. */
const READERS = 120;
/** Other accounts, spaces and grants, so that nothing is answered from a nearly empty table. */
const ACCOUNTS = 5_000;
const SPACES = 300;
const MEMBERS_PER_SPACE = 40;
const DOCUMENTS = 6_000;
const MESSAGES = 60_000;

/** A ministry of some size, in a database of its own. */
export async function fill(): Promise<Filled> {
  const world = await createWorld();
  const owner = await world.person('Owner of the space');
  const readers: TestPerson[] = [];
  for (let index = 0; index < READERS; index += 1) readers.push(await world.person(`Reader Number ${index}`));
  const space = await world.space(
    owner,
    'The space that is read',
    readers.map((reader) => [reader, 'reader'] as const),
  );
  await world.document(owner, space.id, 'A document');
  await fillAround(world, owner.id);
  await world.database.$executeRaw`ANALYZE`;
  return { world, spaceId: space.id, readers };
}

async function fillAround({ database, organisationId, issuer }: TestWorld, ownerId: string): Promise<void> {
  await database.$executeRaw`
    INSERT INTO users (id, organisation_id, issuer, subject, name, email, hue, sort_name, search_text)
    SELECT gen_random_uuid(), ${organisationId}::uuid, ${issuer}, 'filler ' || n, 'Person ' || n,
      'p' || n || '@water.example', n % 360, 'person ' || n, 'person ' || n || ' water example'
    FROM generate_series(1, ${ACCOUNTS}::int) n`;
  await database.$executeRaw`
    WITH made AS (
      INSERT INTO spaces (id, organisation_id, name, search_text)
      SELECT gen_random_uuid(), ${organisationId}::uuid, 'Space ' || n, 'space ' || n
      FROM generate_series(1, ${SPACES}::int) n RETURNING id
    ), rooms AS (INSERT INTO rooms (id, space_id) SELECT gen_random_uuid(), id FROM made),
    channels AS (INSERT INTO channels (id, space_id, last_seq) SELECT gen_random_uuid(), id, 100000 FROM made)
    INSERT INTO grants (id, resource_type, resource_id, user_id, role)
    SELECT gen_random_uuid(), 'space', made.id, u.id, 'editor' FROM made
    CROSS JOIN LATERAL (SELECT id FROM users WHERE made.id IS NOT NULL AND subject LIKE 'filler %'
      ORDER BY random() LIMIT ${MEMBERS_PER_SPACE}::int) u`;
  await database.$executeRaw`
    INSERT INTO documents (id, space_id, position, title, plain_text, search_text, created_by_id, edited_at)
    SELECT gen_random_uuid(), s.id, 'a' || n, 'Document ' || n, repeat('words of it ', 30), 'document ' || n || repeat(' words of it', 30),
      ${ownerId}::uuid, now() - n * interval '1 minute'
    FROM (SELECT id, row_number() OVER () AS place FROM spaces) s
    JOIN generate_series(1, ${DOCUMENTS}::int) n ON n % ${SPACES}::int = s.place - 1`;
  await database.$executeRaw`
    INSERT INTO messages (id, channel_id, seq, author_id, body, search_text, created_at)
    SELECT gen_random_uuid(), c.id, n / ${SPACES}::int + 1, ${ownerId}::uuid, 'Message number ' || n,
      'message number ' || n, now() - n * interval '1 second'
    FROM (SELECT id, row_number() OVER () AS place FROM channels) c
    JOIN generate_series(1, ${MESSAGES}::int) n ON n % ${SPACES}::int = c.place - 1`;
}
