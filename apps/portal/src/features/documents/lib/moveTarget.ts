import type { TreeNode } from './buildTree';

export type DropPlace = 'before' | 'on' | 'after';

/**
 * What `POST …/move` needs when `moved` is dropped at `place` of `target`: the new parent and the sibling it follows
 * (null: it becomes the first). On a document it becomes its last child. Null when nothing would change, or when it
 * would go under itself.
 */
export function moveTarget(
  roots: readonly TreeNode[],
  moved: string,
  target: string,
  place: DropPlace,
): { parentId: string | null; afterId: string | null } | null {
  const path = pathTo(roots, target);
  const node = path.at(-1);
  if (!node || path.some(({ id }) => id === moved)) return null;
  const parent = place === 'on' ? node : path.at(-2);
  const siblings = (parent ? parent.children : roots).map(({ id }) => id);
  const others = siblings.filter((id) => id !== moved);
  const index = place === 'on' ? others.length : others.indexOf(target) + (place === 'after' ? 1 : 0);
  const afterId = others[index - 1] ?? null;
  const stays = siblings.includes(moved) && (siblings[siblings.indexOf(moved) - 1] ?? null) === afterId;
  return stays ? null : { parentId: parent?.id ?? null, afterId };
}

/** The nodes from a root down to `id`, both included; empty when it is not there. */
export function pathTo(roots: readonly TreeNode[], id: string): TreeNode[] {
  for (const node of roots) {
    if (node.id === id) return [node];
    const below = pathTo(node.children, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
