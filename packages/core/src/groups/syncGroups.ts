import { newId, Prisma } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import { audit } from '../audit';
import { inTransaction, type Operation, type Transactional } from '../operation';
import { groupPaths } from './groupPaths';
import { lockGroups } from './groupTree';
import { ensureProviderGroups, removeEmptyProviderGroups } from './providerGroups';
import { publishGroupChange } from './publishGroupChange';
import { startGroupCursors } from './startGroupCursors';

type SyncOperation = Transactional & Pick<Operation, 'now'> & { readonly actor: Account };

/**
 * Makes the provider's groups somebody is in those of the claim: groups that are new to us are made, with those they are
 * in; memberships come and go in one transaction with what tells of them. Groups kept here are not touched.
 * @param claimed paths (`/Harbours/Pilots`) or plain names
 */
export async function syncGroups(op: SyncOperation, claimed: readonly string[]): Promise<void> {
  const { groups, left } = groupPaths(claimed);
  if (left > 0) op.log.warn({ actor: op.actor.userId, left }, 'groups of a claim were left out');
  const wanted = new Set(groups.map(({ path }) => path));
  // Nearly every sign-in finds everything as it was.
  if (sameKeys(await readMemberships(op), wanted)) return;
  await inTransaction(op, async (op) => {
    const { userId, organisationId } = op.actor;
    await lockGroups(op, organisationId);
    const before = await readMemberships(op);
    const ids = await ensureProviderGroups(op, organisationId, groups);
    const joined = [...wanted].filter((path) => !before.has(path)).flatMap((path) => ids.get(path) ?? []);
    const gone = [...before].flatMap(([path, id]) => (wanted.has(path) ? [] : [id]));
    if (joined.length + gone.length === 0) return;
    await op.db.groupMember.createMany({
      data: joined.map((groupId) => ({ id: newId(), groupId, userId, createdAt: op.now })),
    });
    await op.db.groupMember.deleteMany({ where: { userId, groupId: { in: gone } } });
    const person = Prisma.sql`SELECT ${userId}::uuid`;
    await startGroupCursors(op, joined, person);
    await publishGroupChange(op, [...joined, ...gone], person);
    await removeEmptyProviderGroups(op, gone);
    await audit(op, 'user.groupsSynchronised', { type: 'user', id: userId }, { joined, left: gone });
  });
}

/** The provider's groups the person is directly in: ids by path. */
async function readMemberships({ db, actor }: SyncOperation): Promise<Map<string, string>> {
  const rows = await db.groupMember.findMany({
    where: { userId: actor.userId, group: { externalPath: { not: null } } },
    select: { groupId: true, group: { select: { externalPath: true } } },
  });
  return new Map(
    rows.flatMap(({ groupId, group }) =>
      group.externalPath === null ? [] : [[group.externalPath, groupId]],
    ),
  );
}

const sameKeys = (map: ReadonlyMap<string, string>, keys: ReadonlySet<string>): boolean =>
  map.size === keys.size && [...map.keys()].every((key) => keys.has(key));
