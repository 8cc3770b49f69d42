import { type DocumentNode, LIMITS } from '@hemicycle/contracts';
import { abilities, can } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { documentStatesIn } from '../access/documentStatesIn';
import { spaceAccess } from '../access/spaceAccess';
import type { Operation } from '../operation';

const SELECT = {
  id: true,
  parentId: true,
  position: true,
  title: true,
  editedAt: true,
  trashedAt: true,
} as const;

/**
 * The nodes of a space's tree, or of its trash (last trashed first), without those whose label keeps the caller out.
 * `truncated`: there are more than are sent.
 * @throws DomainError not_found, forbidden (the trash, for who may not restore)
 */
export async function listTree(
  op: Operation,
  input: { spaceId: string; trashed: boolean },
): Promise<{ items: DocumentNode[]; truncated: boolean }> {
  const access = await spaceAccess(op, input.spaceId);
  authorize(op.actor, 'space', input.trashed ? 'readTrash' : 'read', access.state);
  const rows = await op.db.document.findMany({
    where: { spaceId: input.spaceId, trashedAt: input.trashed ? { not: null } : null },
    orderBy: input.trashed
      ? [{ trashedAt: 'desc' }, { position: 'asc' }, { id: 'asc' }]
      : [{ position: 'asc' }, { id: 'asc' }],
    take: LIMITS.documentsPerSpace + 1,
    select: SELECT,
  });
  const shown = rows.slice(0, LIMITS.documentsPerSpace);
  const stateIn = await documentStatesIn(op, access);
  return {
    truncated: rows.length > LIMITS.documentsPerSpace,
    items: shown.flatMap((row) => {
      const { label, ...standing } = stateIn(row.id);
      const state = { ...standing, trashed: input.trashed };
      if (!can(op.actor, 'document', 'read', state)) return [];
      return [
        {
          ...row,
          editedAt: row.editedAt.toISOString(),
          trashedAt: row.trashedAt?.toISOString() ?? null,
          label,
          abilities: abilities(op.actor, 'document', state),
        },
      ];
    }),
  };
}
