import { DomainError, type PersonDetail } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { PERSON_OF_TABLE, peopleTable } from '../access/holdings';
import { heldSpaces, readableSpaceIds } from '../access/spaceRoles';
import type { Operation } from '../operation';
import { knownPeople, type PersonRow, personColumns, presentDirectoryPerson } from './personRow';

/** Against a page about somebody who is everywhere. Spaces. */
const SHARED_SPACES = 50;

/**
 * A person and the spaces one shares with them.
 * @throws DomainError not_found when there is nobody, or nobody the caller may know of
 */
export async function getPerson(op: Operation, { userId }: { userId: string }): Promise<PersonDetail> {
  const [row] = await op.db.$queryRaw<PersonRow[]>`
    SELECT ${personColumns(op)} FROM users u WHERE u.id = ${userId}::uuid AND ${await knownPeople(op)}`;
  if (row === undefined) throw new DomainError('not_found');
  const sharedSpaces = await op.db.$queryRaw<{ id: string; name: string }[]>`
    WITH person AS MATERIALIZED (${peopleTable(Prisma.sql`${userId}::uuid`)})
    SELECT s.id, s.name FROM person p CROSS JOIN LATERAL (${heldSpaces(PERSON_OF_TABLE, op.now)}) theirs
    JOIN spaces s ON s.id = theirs.space_id
    WHERE s.id IN (${readableSpaceIds(op)})
    ORDER BY s.name, s.id LIMIT ${SHARED_SPACES}`;
  return { ...presentDirectoryPerson(op, row), sharedSpaces };
}
