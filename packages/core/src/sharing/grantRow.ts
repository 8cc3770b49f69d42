import { DomainError, type Role, type SharedGrant } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { abilities, admits, type ResourceStates } from '@hemicycle/policies';
import { live } from '../access/holdings';
import { labelsOn } from '../labels/labelsOn';
import { accountOf, type Operation } from '../operation';
import { PERSON, presentPerson } from '../people/presentPerson';
import { type LoadedSharing, nodesOf, type ResourceKey } from './loadSharing';
import { sourcesOf } from './sourcesOf';

export interface GrantRow {
  id: string;
  resourceType: ResourceKey['resourceType'];
  resourceId: string;
  userId: string | null;
  groupId: string | null;
  role: Role;
  expiresAt: Date | null;
  grantedById: string | null;
  createdAt: Date;
}

/** Unexpired grants on the resource and above it that fulfil `filter` (SQL over `grants g`), oldest first. */
export async function readGrantRows(
  op: Operation,
  key: ResourceKey,
  filter: Prisma.Sql,
  limit: number,
): Promise<GrantRow[]> {
  return readRows<GrantRow>(
    op.db,
    Prisma.sql`
    SELECT g.id, g.resource_type::text AS "resourceType", g.resource_id AS "resourceId", g.user_id AS "userId",
      g.group_id AS "groupId", g.role::text AS role, g.expires_at AS "expiresAt",
      g.granted_by_id AS "grantedById", g.created_at AS "createdAt"
    FROM (${nodesOf(key)}) n(type, id) JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id
    WHERE ${live('g', op.now)} ${filter}
    ORDER BY g.id LIMIT ${limit}`,
  );
}

/** What decides about one grant. */
export function grantState(op: Operation, sharing: LoadedSharing, row: GrantRow): ResourceStates['grant'] {
  const { userId } = accountOf(op);
  return {
    ...sharing.state,
    grantRole: row.role,
    byCaller: row.grantedById === userId,
    own: row.userId === userId,
  };
}

/**
 * The unexpired grant that stands on this very resource.
 * @throws DomainError not_found
 */
export async function loadGrant(op: Operation, key: ResourceKey, grantId: string): Promise<GrantRow> {
  const here = Prisma.sql`AND g.id = ${grantId}::uuid AND g.resource_id = ${key.resourceId}::uuid`;
  const [row] = await readGrantRows(op, key, here, 1);
  if (row === undefined) throw new DomainError('not_found', 'grant');
  return row;
}

/** Grants as the API sends them. What is inherited is changed where it stands, not here. */
export async function presentGrants(
  op: Operation,
  sharing: LoadedSharing,
  rows: readonly GrantRow[],
): Promise<SharedGrant[]> {
  const userIds = rows.flatMap(({ userId, grantedById }) =>
    [userId, grantedById].filter((id) => id !== null),
  );
  const groupIds = rows.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]));
  const people = await op.db.user.findMany({
    where: { id: { in: userIds } },
    select: { ...PERSON, organisationId: true },
  });
  const { effective } = await labelsOn(op, sharing);
  const barred = new Set(
    people.filter((one) => !admits(effective, sharing.organisationId, one)).map(({ id }) => id),
  );
  const groups = await op.db.group.findMany({
    where: { id: { in: groupIds } },
    select: { id: true, name: true },
  });
  const sourceOf = await sourcesOf(op, sharing, rows);
  const personOf = new Map(people.map((row) => [row.id, presentPerson(row)]));
  const groupOf = new Map(groups.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const person = row.userId === null ? undefined : personOf.get(row.userId);
    const group = row.groupId === null ? undefined : groupOf.get(row.groupId);
    const subject = person ? { type: 'person' as const, person } : group && { type: 'group' as const, group };
    if (subject === undefined) return []; // gone between the reads
    const source = sourceOf(row);
    const held = abilities(op.actor, 'grant', grantState(op, sharing, row));
    return [
      {
        id: row.id,
        subject,
        role: row.role,
        expiresAt: row.expiresAt?.toISOString() ?? null,
        since: row.createdAt.toISOString(),
        grantedBy: (row.grantedById !== null && personOf.get(row.grantedById)) || null,
        barred: row.userId !== null && barred.has(row.userId),
        source,
        abilities: source.inherited ? { ...held, change: false, revoke: false } : held,
      },
    ];
  });
}
