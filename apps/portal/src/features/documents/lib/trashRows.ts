import type { TreeNode } from './buildTree';

export interface TrashRow {
  readonly id: string;
  readonly title: string;
  readonly trashedAt: string;
  /** Documents that went along and come back with it. */
  readonly below: number;
}

/**
 * The trash as one row for each thing somebody threw away: what went along with its parent, at the same moment, is
 * counted there. Last thrown away first.
 */
export function trashRows(roots: readonly TreeNode[]): TrashRow[] {
  const rows: TrashRow[] = [];
  const walk = (nodes: readonly TreeNode[], withParentAt: string | null): number => {
    let along = 0;
    for (const { id, title, trashedAt, children } of nodes) {
      const at = trashedAt ?? '';
      const below = walk(children, at);
      if (at === withParentAt) along += 1 + below;
      else rows.push({ id, title, trashedAt: at, below });
    }
    return along;
  };
  walk(roots, null);
  return rows.sort((a, b) => b.trashedAt.localeCompare(a.trashedAt));
}
