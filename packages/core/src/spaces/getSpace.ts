import { DomainError, type Space } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { abilities } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import type { Operation } from '../operation';
import { countDocuments } from './countDocuments';
import { presentSpaces, readSpaceRows } from './spaceRow';

/** @throws DomainError not_found, sign_in_required */
export async function getSpace(op: Operation, { spaceId }: { spaceId: string }): Promise<Space> {
  const [row] = await readSpaceRows(op, Prisma.sql`AND s.id = ${spaceId}::uuid`, 1);
  if (row === undefined) throw new DomainError('not_found');
  const state = { organisationId: row.organisationId, role: row.role };
  authorize(op.actor, 'space', 'read', state);
  const [[summary], documentCount] = await Promise.all([presentSpaces(op, [row]), countDocuments(op, row)]);
  if (summary === undefined) throw new DomainError('not_found');
  return { ...summary, documentCount, abilities: abilities(op.actor, 'space', state) };
}
