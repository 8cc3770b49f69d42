import { DomainError, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import type { ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';

export interface SpaceAccess {
  readonly spaceId: string;
  readonly organisationId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['space'];
}

/** SQL for the caller's role in the space whose id `spaceId` is, by their own unexpired grant; null without one. */
export function roleIn(op: Operation, spaceId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT g.role::text FROM grants g WHERE g.user_id = ${accountOf(op).userId}::uuid
    AND g.resource_type = 'space' AND g.resource_id = ${spaceId}
    AND (g.expires_at IS NULL OR g.expires_at > ${op.now}))`;
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
  const [row] = await readRows<{ organisationId: string; role: Role | null }>(
    op.db,
    Prisma.sql`SELECT s.organisation_id AS "organisationId", ${roleIn(op, Prisma.sql`s.id`)} AS role
      FROM spaces s WHERE s.id = ${spaceId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found', 'space');
  return { spaceId, ...row, state: row };
}
