import { type AccessPreview, LIMITS, LINK_REACHES, type LinkReach } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { documentStandings } from '../access/documentStandings';
import { live } from '../access/holdings';
import { linkTerms } from '../access/linkTerms';
import type { Operation } from '../operation';
import type { ResourceKey } from '../sharing/loadSharing';
import { nodesBelow } from '../sharing/nodesBelow';

/** What a label on a resource bears on beside who has access to that resource. */
export interface BelowLabel {
  /** How far each link opens now, by its id. */
  readonly links: ReadonlyMap<string, LinkReach>;
  /** Whether each may read each document, by both ids. */
  readonly readers: ReadonlyMap<string, { userId: string; reads: boolean }>;
}

/** Links here and below, and people who hold single documents below: as many as a preview looks at. */
export async function readBelowLabel(op: Operation, key: ResourceKey): Promise<BelowLabel> {
  const links = await readRows<{ id: string; reach: LinkReach }>(
    op.db,
    Prisma.sql`
    SELECT l.id, t.reach::text AS reach FROM (${nodesBelow(key)}) n(type, id)
    JOIN links l ON l.resource_type = n.type AND l.resource_id = n.id CROSS JOIN LATERAL (${linkTerms()}) t
    WHERE ${live('l', op.now)} LIMIT ${LIMITS.previewPeople}`,
  );
  const claims = await readRows<{ userId: string; documentId: string }>(
    op.db,
    Prisma.sql`
    SELECT held.user_id AS "userId", held.id AS "documentId" FROM (
      SELECT g.user_id, n.id FROM (${nodesBelow(key)}) n(type, id)
      JOIN grants g ON g.resource_type = n.type AND g.resource_id = n.id
      WHERE n.type = 'document' AND g.user_id IS NOT NULL AND ${live('g', op.now)}
      UNION
      SELECT o.user_id, n.id FROM (${nodesBelow(key)}) n(type, id)
      JOIN links l ON l.resource_type = n.type AND l.resource_id = n.id JOIN link_openings o ON o.link_id = l.id
      WHERE n.type = 'document' AND ${live('l', op.now)}
    ) held JOIN users u ON u.id = held.user_id AND u.disabled_at IS NULL
    WHERE held.id <> ${key.resourceId}::uuid ORDER BY 1, 2 LIMIT ${LIMITS.previewPeople}`,
  );
  const standings = await documentStandings(op.db, claims, op.now);
  return {
    links: new Map(links.map(({ id, reach }) => [id, reach])),
    readers: new Map(
      claims.map(({ userId, documentId }, index) => [
        `${userId} ${documentId}`,
        { userId, reads: (standings[index]?.role ?? null) !== null },
      ]),
    ),
  };
}

/** What changed. People who are told of otherwise are not counted again. */
export function compareBelow(
  before: BelowLabel,
  after: BelowLabel,
  toldOf: ReadonlySet<string>,
): NonNullable<AccessPreview['below']> {
  const steps = [...before.links].map(([id, reach]) => {
    const now = after.links.get(id) ?? 'restricted';
    return Math.sign(LINK_REACHES.indexOf(now) - LINK_REACHES.indexOf(reach));
  });
  const losing = new Set<string>();
  const gaining = new Set<string>();
  for (const [claim, { userId, reads }] of before.readers) {
    if (toldOf.has(userId)) continue;
    const now = after.readers.get(claim)?.reads ?? false;
    if (reads && !now) losing.add(userId);
    if (!reads && now) gaining.add(userId);
  }
  return {
    linksNarrowed: steps.filter((step) => step < 0).length,
    linksWidened: steps.filter((step) => step > 0).length,
    losing: losing.size,
    gaining: gaining.size,
  };
}
