import { DomainError, type GroupMember, type HandlerQuery, type Page } from '@hemicycle/contracts';
import { z } from 'zod';
import type { Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { PERSON, type PersonRow, presentPerson } from '../people/presentPerson';
import { loadGroup } from './groupRow';

interface Row {
  id: string;
  createdAt: Date;
  user: PersonRow | null;
  memberGroup: { id: string; name: string } | null;
}

const LIST = 'group members';
const Key = z.tuple([z.uuid()]);

/**
 * People and groups directly in a group, longest there first.
 * @throws DomainError not_found, invalid_cursor
 */
export async function listGroupMembers(
  op: Operation,
  { groupId, cursor, limit }: { groupId: string } & HandlerQuery<'GET /groups/{groupId}/members'>,
): Promise<Page<GroupMember>> {
  await loadGroup(op, groupId, 'read');
  const after = decodeCursor(LIST, Key, cursor);
  const rows = await op.db.groupMember.findMany({
    where: { groupId, ...(after && { id: { gt: after[0] } }) },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: {
      id: true,
      createdAt: true,
      user: { select: PERSON },
      memberGroup: { select: { id: true, name: true } },
    },
  });
  return pageOf(rows, limit, LIST, ({ id }) => [id], present);
}

function present({ createdAt, user, memberGroup }: Row): GroupMember {
  const since = createdAt.toISOString();
  if (user) return { type: 'person', since, person: presentPerson(user) };
  if (memberGroup) return { type: 'group', since, group: memberGroup };
  throw new DomainError('internal', 'a member that is neither person nor group');
}
