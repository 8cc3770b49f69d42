import type { DocumentNode } from '@hemicycle/contracts';

export interface TreeNode extends DocumentNode {
  readonly children: readonly TreeNode[];
}

/**
 * The tree of a flat list. Siblings stand by position, compared by code unit as the database does, then by id. A node
 * whose parent is not in the list stands at the root: nothing a person may read disappears.
 */
export function buildTree(nodes: readonly DocumentNode[]): TreeNode[] {
  const known = new Set(nodes.map(({ id }) => id));
  const byParent = new Map<string | null, DocumentNode[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(node);
    else byParent.set(parent, [node]);
  }
  const below = (parent: string | null): TreeNode[] =>
    (byParent.get(parent) ?? []).sort(inOrder).map((node) => ({ ...node, children: below(node.id) }));
  return below(null);
}

function inOrder(a: DocumentNode, b: DocumentNode): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
