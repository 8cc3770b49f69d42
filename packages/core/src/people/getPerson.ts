import { DomainError, type PersonDetail } from '@hemicycle/contracts';
import { readableSpaceIds } from '../access/liveGrants';
import type { Operation } from '../operation';
import { knownPeople, PERSON_COLUMNS, type PersonRow, presentDirectoryPerson } from './personRow';

/** Against a page about somebody who is everywhere. Spaces. */
const SHARED_SPACES = 50;

/**
 * A person and the spaces one shares with them.
 * @throws DomainError not_found when there is nobody, or nobody the caller may know of
 */
export async function getPerson(op: Operation, { userId }: { userId: string }): Promise<PersonDetail> {
  const [row] = await op.db.$queryRaw<PersonRow[]>`
    SELECT ${PERSON_COLUMNS} FROM users u WHERE u.id = ${userId}::uuid AND ${knownPeople(op)}`;
  if (row === undefined) throw new DomainError('not_found');
  const sharedSpaces = await op.db.$queryRaw<{ id: string; name: string }[]>`
    SELECT s.id, s.name FROM spaces s JOIN grants g ON g.resource_id = s.id AND g.resource_type = 'space'
    WHERE g.user_id = ${userId}::uuid AND (g.expires_at IS NULL OR g.expires_at > ${op.now})
      AND s.id IN (${readableSpaceIds(op)})
    ORDER BY s.name, s.id LIMIT ${SHARED_SPACES}`;
  return { ...presentDirectoryPerson(op, row), sharedSpaces };
}
