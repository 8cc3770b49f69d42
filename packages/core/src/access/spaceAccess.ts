import { DomainError, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import type { Operation } from '../operation';
import { openedIndirectly } from './holders';
import { roleIn } from './spaceRoles';

export interface SpaceAccess {
  readonly spaceId: string;
  readonly organisationId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['space'];
  /** Somebody may have come by a group or a link. */
  readonly indirect: boolean;
}

/** The caller's role in a space, or null; also when there is no such space. */
export async function spaceRole(op: Operation, spaceId: string): Promise<Role | null> {
  const [row] = await readRows<{ role: Role | null }>(
    op.db,
    Prisma.sql`SELECT ${roleIn(op, Prisma.sql`${spaceId}::uuid`)} AS role`,
  );
  return row?.role ?? null;
}

/**
 * What decides about a space.
 * @throws DomainError sign_in_required, or not_found when there is no such space
 */
export async function spaceAccess(op: Operation, spaceId: string): Promise<SpaceAccess> {
  const [row] = await readRows<{ organisationId: string; role: Role | null; indirect: boolean }>(
    op.db,
    Prisma.sql`SELECT s.organisation_id AS "organisationId", ${roleIn(op, Prisma.sql`s.id`)} AS role,
        ${openedIndirectly(Prisma.sql`s.id`)} AS indirect
      FROM spaces s WHERE s.id = ${spaceId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found', 'space');
  return { spaceId, ...row, state: { organisationId: row.organisationId, role: row.role } };
}
