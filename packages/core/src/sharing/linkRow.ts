import type { Link, LinkReach, LinkRole } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { live } from '../access/holdings';
import { linkBounds, linkTerms } from '../access/linkTerms';
import type { Operation } from '../operation';
import type { ResourceKey } from './loadSharing';

interface LinkRow {
  reach: LinkReach;
  role: LinkRole;
  expiresAt: Date | null;
  password: boolean;
  guestCode: boolean;
  createdAt: Date;
  openings: number;
  effectiveReach: LinkReach;
  effectiveRole: LinkRole;
}

/** The unexpired link of a resource, or null. */
export async function readLink(
  op: Operation,
  { resourceType, resourceId }: ResourceKey,
): Promise<Link | null> {
  const [row] = await readRows<LinkRow>(
    op.db,
    Prisma.sql`
    SELECT l.reach::text AS reach, l.role::text AS role, l.expires_at AS "expiresAt",
      l.password_hash IS NOT NULL AS password, l.guest_code AS "guestCode", l.created_at AS "createdAt",
      (SELECT count(*)::int FROM link_openings o WHERE o.link_id = l.id) AS openings,
      t.reach::text AS "effectiveReach", t.role::text AS "effectiveRole"
    FROM links l CROSS JOIN LATERAL (${linkTerms()}) t
    WHERE l.resource_type = ${resourceType}::"GrantResource" AND l.resource_id = ${resourceId}::uuid
      AND ${live('l', op.now)}`,
  );
  if (row === undefined) return null;
  const { reach, role, password, guestCode, openings } = row;
  return {
    reach,
    role,
    password,
    guestCode,
    openings,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    since: row.createdAt.toISOString(),
    effective: { reach: row.effectiveReach, role: row.effectiveRole },
  };
}

export interface LinkRules {
  policy: { reach: LinkReach | null; role: LinkRole | null };
  allowed: { reach: LinkReach; role: LinkRole };
}

/** What is said of links on the resource itself, and what is allowed by that and by everything above. */
export async function readLinkRules(
  op: Operation,
  { resourceType, resourceId }: ResourceKey,
): Promise<LinkRules> {
  const type = Prisma.sql`${resourceType}::"GrantResource"`;
  const id = Prisma.sql`${resourceId}::uuid`;
  const [row] = await readRows<{
    reach: LinkReach;
    role: LinkRole;
    ownReach: LinkReach | null;
    ownRole: LinkRole | null;
  }>(
    op.db,
    Prisma.sql`
    SELECT b.reach::text AS reach, b.role::text AS role, p.link_reach::text AS "ownReach",
      p.link_role::text AS "ownRole"
    FROM (${linkBounds(type, id)}) b
    LEFT JOIN access_policies p ON p.resource_type = ${type} AND p.resource_id = ${id}`,
  );
  // Gone between the reads: nothing is allowed.
  if (row === undefined) {
    return { policy: { reach: null, role: null }, allowed: { reach: 'restricted', role: 'reader' } };
  }
  const { reach, role, ownReach, ownRole } = row;
  return { policy: { reach: ownReach, role: ownRole }, allowed: { reach, role } };
}
