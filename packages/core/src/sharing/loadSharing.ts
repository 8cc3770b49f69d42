import { DomainError, type ResourceType, ROLES, type Role } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { can, type ResourceStates } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { documentAccess } from '../access/documentAccess';
import { documentNodes, spaceNode } from '../access/holders';
import { callerSql, grantsOf } from '../access/holdings';
import { spaceAccess } from '../access/spaceAccess';
import type { Operation } from '../operation';
import { lockSpace } from '../spaces/lockSpace';

/** A space or a document, as the address names it. */
export interface ResourceKey {
  readonly resourceType: ResourceType;
  readonly resourceId: string;
}

export interface LoadedSharing extends ResourceKey {
  readonly spaceId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly state: ResourceStates['access'];
  /** Until when the caller was granted at least each role; null: without end. Roles not held are missing. */
  readonly until: ReadonlyMap<Role, Date | null>;
}

/** SQL query of the resource and everything above it, as nodes of `holders`. */
export function nodesOf({ resourceType, resourceId }: ResourceKey): Prisma.Sql {
  const id = Prisma.sql`${resourceId}::uuid`;
  return resourceType === 'space' ? spaceNode(id) : documentNodes(id);
}

/**
 * What decides about the sharing of a resource the caller may read, and may do `action` with. With `lock` (inside a
 * transaction) all sharing of its space waits until the end: what was decided still holds when it is acted on.
 * @throws DomainError not_found, forbidden, sign_in_required
 */
export async function loadSharing(
  op: Operation,
  { resourceType, resourceId }: ResourceKey,
  action: 'read' | 'grant' | 'manage' | 'transfer' | null,
  { lock = false }: { lock?: boolean } = {},
): Promise<LoadedSharing> {
  const key = { resourceType, resourceId };
  const { spaceId } = await readable(op, key);
  if (lock) {
    await lockSpace(op, spaceId);
    await readable(op, key);
  }
  const { trashed, editorsShare, ...place } = await readPlace(op, key, spaceId);
  const until = await readUntil(op, key);
  const role = ROLES.findLast((one) => until.has(one)) ?? null;
  const state = { resourceType, organisationId: place.organisationId, role, trashed, editorsShare };
  if (action !== null && !can(op.actor, 'access', action, state)) {
    throw new DomainError('forbidden', `access.${action}`);
  }
  return { ...key, ...place, spaceId, state, until };
}

async function readable(
  op: Operation,
  { resourceType, resourceId }: ResourceKey,
): Promise<{ spaceId: string }> {
  if (resourceType === 'space') {
    const access = await spaceAccess(op, resourceId);
    authorize(op.actor, 'space', 'read', access.state);
    return access;
  }
  const access = await documentAccess(op, resourceId);
  authorize(op.actor, 'document', 'read', access.state);
  return access;
}

interface Place {
  organisationId: string;
  title: string;
  trashed: boolean;
  editorsShare: boolean;
}

async function readPlace(op: Operation, key: ResourceKey, spaceId: string): Promise<Place> {
  const documentId = key.resourceType === 'document' ? key.resourceId : null;
  const [row] = await readRows<Place>(
    op.db,
    Prisma.sql`
    SELECT s.organisation_id AS "organisationId", coalesce(d.title, s.name) AS title,
      d.trashed_at IS NOT NULL AS trashed, coalesce(p.editors_share, false) AS "editorsShare"
    FROM spaces s LEFT JOIN documents d ON d.id = ${documentId}::uuid
    LEFT JOIN access_policies p ON p.resource_type = 'space' AND p.resource_id = s.id
    WHERE s.id = ${spaceId}::uuid`,
  );
  if (row === undefined) throw new DomainError('not_found');
  return row;
}

async function readUntil(op: Operation, key: ResourceKey): Promise<Map<Role, Date | null>> {
  const rows = await readRows<{ role: Role; forever: boolean; until: Date | null }>(
    op.db,
    Prisma.sql`
    SELECT h.role::text AS role, bool_or(h.expires_at IS NULL) AS forever, max(h.expires_at) AS until
    FROM (${nodesOf(key)}) n(type, id) CROSS JOIN LATERAL (
      SELECT g.role, g.expires_at FROM (${grantsOf(callerSql(op), op.now)}) g
      WHERE g.resource_type = n.type AND g.resource_id = n.id
    ) h GROUP BY h.role`,
  );
  const until = new Map<Role, Date | null>();
  for (const role of ROLES) {
    const enough = rows.filter((row) => ROLES.indexOf(row.role) >= ROLES.indexOf(role));
    if (enough.length === 0) continue;
    const ends = enough.flatMap((row) => (row.forever || row.until === null ? [] : [row.until.getTime()]));
    until.set(role, ends.length < enough.length ? null : new Date(Math.max(...ends)));
  }
  return until;
}
