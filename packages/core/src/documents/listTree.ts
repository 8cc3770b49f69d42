import { type DocumentNode, LIMITS } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { documentAbilities } from '../access/documentAbilities';
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
 * The nodes of a space's tree, or of its trash (last trashed first). `truncated`: there are more than are sent.
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
  const held = await documentAbilities(
    op,
    shown.map(({ id }) => id),
  );
  return {
    truncated: rows.length > LIMITS.documentsPerSpace,
    items: shown.flatMap((row) => {
      const abilities = held.get(row.id);
      if (!abilities) return []; // lost between the reads
      const { editedAt, trashedAt } = row;
      return [
        { ...row, editedAt: editedAt.toISOString(), trashedAt: trashedAt?.toISOString() ?? null, abilities },
      ];
    }),
  };
}
