import type { AccessReason, Role } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';
import type { LoadedSharing, ResourceKey } from './loadSharing';
import { sourcesOf } from './sourcesOf';

/** A row of `holders`, as `REASON` brings it. */
export interface Reason extends ResourceKey {
  readonly role: Role;
  readonly expiresAt: string | null;
  readonly groupId: string | null;
  readonly linkId: string | null;
}

/** SQL expression: a row of `holders` in scope as `h`, as json. */
export const REASON = Prisma.sql`jsonb_build_object('role', h.role, 'expiresAt', h.expires_at, 'resourceType', h.type,
  'resourceId', h.id, 'groupId', h.group_id, 'linkId', h.link_id)`;

/** How to tell why somebody has access, with the names of groups and of what the caller may read. */
export async function reasonWords(
  op: Operation,
  sharing: LoadedSharing,
  reasons: readonly Reason[],
): Promise<(reason: Reason) => AccessReason> {
  const sourceOf = await sourcesOf(op, sharing, reasons);
  const groupIds = reasons.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]));
  const groups = await op.db.group.findMany({
    where: { id: { in: [...new Set(groupIds)] } },
    select: { id: true, name: true },
  });
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  return ({ role, expiresAt, groupId, linkId, ...on }) => ({
    way: wayOf({ groupId, linkId }),
    role,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    group: (groupId !== null && groupOf.get(groupId)) || null,
    source: sourceOf(on),
  });
}

function wayOf({ groupId, linkId }: Pick<Reason, 'groupId' | 'linkId'>): AccessReason['way'] {
  if (linkId !== null) return 'link';
  return groupId === null ? 'grant' : 'group';
}
