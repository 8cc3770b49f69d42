import { DomainError, type Role } from '@hemicycle/contracts';
import { Prisma, readQuickRows } from '@hemicycle/db';
import { admits, type ResourceStates } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { openedIndirectly } from './holders';
import { callerSql, ownGrantsOf } from './holdings';
import { LABEL_COLUMNS, type LabelRow } from './labelTerms';
import { roleIn } from './spaceRoles';

export interface SpaceAccess {
  readonly spaceId: string;
  readonly organisationId: string;
  readonly role: Role | null;
  readonly state: ResourceStates['space'];
  readonly label: LabelRow | null;
  /** Somebody may have come by a group or a link. */
  readonly indirect: boolean;
}

/** The caller's role in a space, or null; also when there is no such space. */
export async function spaceRole(op: Operation, spaceId: string): Promise<Role | null> {
  const [row] = await readQuickRows<{ role: Role | null }>(
    op.db,
    Prisma.sql`SELECT ${roleIn(op, Prisma.sql`${spaceId}::uuid`)} AS role`,
  );
  return row?.role ?? null;
}

type Row = { organisationId: string; ownRole: Role | null; indirect: boolean } & (LabelRow | { id: null });

/**
 * What decides about a space. Where nobody can have come by a group or a link, which the same query tells, the caller's
 * own grant is all there is; elsewhere everything they hold is asked for. Its label may keep them out all the same.
 * @throws DomainError sign_in_required, or not_found when there is no such space
 */
export async function spaceAccess(op: Operation, spaceId: string): Promise<SpaceAccess> {
  const id = Prisma.sql`s.id`;
  const [row] = await readQuickRows<Row>(
    op.db,
    Prisma.sql`SELECT s.organisation_id AS "organisationId", ${openedIndirectly(id)} AS indirect,
        (SELECT max(g.role)::text FROM (${ownGrantsOf(callerSql(op), op.now)}) g
          WHERE g.resource_type = 'space' AND g.resource_id = ${id}) AS "ownRole", ${LABEL_COLUMNS}
      FROM spaces s LEFT JOIN labels l ON l.id = s.label_id WHERE s.id = ${spaceId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found', 'space');
  const { organisationId, ownRole, indirect, ...rest } = row;
  const label = rest.id === null ? null : rest;
  const own = admits(label, organisationId, accountOf(op)) ? ownRole : null;
  const role = indirect ? await spaceRole(op, spaceId) : own;
  return { spaceId, organisationId, role, state: { organisationId, role }, label, indirect };
}
