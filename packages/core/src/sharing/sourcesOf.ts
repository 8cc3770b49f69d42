import type { SharedGrant } from '@hemicycle/contracts';
import { can } from '@hemicycle/policies';
import { readableDocuments } from '../access/readableDocuments';
import { spaceAccess } from '../access/spaceAccess';
import type { Operation } from '../operation';
import type { LoadedSharing, ResourceKey } from './loadSharing';

/** How to tell where rights come from, with the titles of what the caller may read. */
export async function sourcesOf(
  op: Operation,
  sharing: LoadedSharing,
  sources: readonly ResourceKey[],
): Promise<(on: ResourceKey) => SharedGrant['source']> {
  const above = sources.filter(({ resourceId }) => resourceId !== sharing.resourceId);
  const documentIds = above
    .filter(({ resourceType }) => resourceType === 'document')
    .map(({ resourceId }) => resourceId);
  const documents = await readableDocuments(op, [...new Set(documentIds)]);
  const titles = new Map([...documents].map(([id, { title }]) => [id, title]));
  titles.set(sharing.resourceId, sharing.title);
  if (above.some(({ resourceType }) => resourceType === 'space')) {
    const { state } = await spaceAccess(op, sharing.spaceId);
    const where = { id: sharing.spaceId };
    const { name } = await op.db.space.findUniqueOrThrow({ where, select: { name: true } });
    if (can(op.actor, 'space', 'read', state)) titles.set(sharing.spaceId, name);
  }
  return ({ resourceType, resourceId }) => ({
    resourceType,
    resourceId,
    title: titles.get(resourceId) ?? null,
    inherited: resourceId !== sharing.resourceId,
  });
}
