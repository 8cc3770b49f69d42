import { DomainError, type OrganisationRole, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { admits } from '@hemicycle/policies';
import { welcomeIn } from '../access/welcomeIn';
import { labelsOn } from '../labels/labelsOn';
import type { Operation } from '../operation';
import type { LoadedSharing } from './loadSharing';

/** Whom somebody means: a person whose id they were told, or one by their exact address. */
export type MeantPerson = { readonly userId: string } | { readonly email: string };

/**
 * The person to be given something: who can sign in, and is of the organisation or of one the space is shared with.
 * Everybody else is the same: not found. No guest is meant by an address: guests are invited.
 * @throws DomainError not_found; forbidden when somebody who is not of the organisation, or its guest, would own;
 * label_forbids when a label keeps them out
 */
export async function requireWelcome(
  op: Operation,
  sharing: Pick<LoadedSharing, 'resourceType' | 'resourceId' | 'spaceId' | 'organisationId'>,
  person: MeantPerson,
  role: Role,
): Promise<string> {
  const { spaceId, organisationId } = sharing;
  const meant =
    'email' in person
      ? Prisma.sql`lower(u.email) = lower(${person.email}) AND u.organisation_role <> 'guest'`
      : Prisma.sql`u.id = ${person.userId}::uuid`;
  const [found, another] = await readRows<{
    id: string;
    organisationId: string;
    organisationRole: OrganisationRole;
  }>(
    op.db,
    Prisma.sql`
    SELECT u.id, u.organisation_id AS "organisationId", u.organisation_role::text AS "organisationRole"
    FROM users u WHERE ${meant} AND u.disabled_at IS NULL AND ${welcomeIn(spaceId)} LIMIT 2`,
  );
  if (found === undefined || another !== undefined) throw new DomainError('not_found', 'person');
  if (role === 'owner') await requireInsider(op, organisationId, found.id);
  const { effective } = await labelsOn(op, sharing);
  if (!admits(effective, organisationId, found)) throw new DomainError('label_forbids', effective?.id);
  return found.id;
}

/**
 * What belongs to an organisation is owned by its members: not by a guest, nor by people of another it is shared with.
 * @throws DomainError forbidden
 */
export async function requireInsider(
  { db }: Pick<Operation, 'db'>,
  organisationId: string,
  userId: string,
): Promise<void> {
  const insiders = await db.user.count({
    where: { id: userId, organisationId, organisationRole: { not: 'guest' } },
  });
  if (insiders === 0) throw new DomainError('forbidden', 'guests and other organisations own nothing');
}
