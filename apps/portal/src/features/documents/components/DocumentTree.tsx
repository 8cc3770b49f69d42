'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Collection } from 'react-aria-components/Collection';
import { Tree } from 'react-aria-components/Tree';
import { type DragAndDropHooks, DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useApiQuery } from '@/lib/useApiQuery';
import { type DocumentActions, useDocumentActions } from '../hooks/useDocumentActions';
import type { TreeNode } from '../lib/buildTree';
import { moveTarget, pathTo } from '../lib/moveTarget';
import { readOpenRows, saveOpenRows } from '../lib/openRows';
import { DocumentTreeRow } from './DocumentTreeRow';
import { RenamePopover } from './RenamePopover';

const MoveDialog = lazy(() => import('./MoveDialog').then((module) => ({ default: module.MoveDialog })));
const ShareDialog = lazy(() =>
  import('@/features/sharing/ShareDialog').then((module) => ({ default: module.ShareDialog })),
);

export interface DocumentTreeProps {
  readonly spaceId: string;
  readonly roots: readonly TreeNode[];
  readonly canEdit: boolean;
}

/**
 * The documents of a space as a tree. Arrows move and unfold, Enter opens; a document is moved by dragging it, with
 * the keyboard from its handle, or by its menu.
 */
export function DocumentTree({ spaceId, roots, canEdit }: DocumentTreeProps) {
  const t = useTranslations('documents.tree');
  const router = useRouter();
  const actions = useDocumentActions(spaceId);
  const { data: space } = useApiQuery('GET /spaces/{spaceId}', { params: { spaceId } });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<TreeNode | null>(null);
  const [sharing, setSharing] = useState<TreeNode | null>(null);
  const [moving, setMoving] = useState<TreeNode | null>(null);
  useEffect(() => setOpen(readOpenRows(spaceId)), [spaceId]);
  const unfold = (keys: ReadonlySet<string>) => {
    setOpen(keys);
    saveOpenRows(spaceId, keys);
  };
  const dragAndDropHooks = useTreeMoves(roots, canEdit, actions, (id) => unfold(new Set([...open, id])));
  const row = (node: TreeNode) => (
    <DocumentTreeRow
      key={node.id}
      node={node}
      canCreate={canEdit}
      spaceLabelId={space?.label?.id}
      onShare={() => setSharing(node)}
      onCreateBelow={() => void actions.create(node.id)}
      onRename={() => setRenaming(node)}
      onMove={() => setMoving(node)}
      onTrash={() => void actions.trash(node.id, node.title)}
    >
      <Collection items={node.children}>{row}</Collection>
    </DocumentTreeRow>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F2 on any row of the tree
    <div
      onKeyDown={(event) => {
        const id = (event.target as HTMLElement).closest('[data-document]')?.getAttribute('data-document');
        const node = id ? pathTo(roots, id).at(-1) : undefined;
        if (event.key === 'F2' && node?.abilities.rename) setRenaming(node);
      }}
    >
      <Tree
        aria-label={t('title')}
        items={roots}
        dragAndDropHooks={dragAndDropHooks}
        expandedKeys={open}
        onExpandedChange={(keys) => unfold(new Set([...keys].map(String)))}
        onAction={(key) => router.push(`/documents/${key}`)}
        className="overflow-hidden rounded-l border border-line bg-surface shadow-1"
      >
        {row}
      </Tree>
      {renaming && (
        <RenamePopover
          node={renaming}
          onClose={() => setRenaming(null)}
          onRename={(title) => actions.rename(renaming.id, title)}
        />
      )}
      {sharing && (
        <Suspense>
          <ShareDialog
            resource={{ resourceType: 'document', resourceId: sharing.id }}
            title={sharing.title}
            onOpenChange={() => setSharing(null)}
          />
        </Suspense>
      )}
      {moving && (
        <Suspense>
          <MoveDialog
            node={moving}
            roots={roots}
            onClose={() => setMoving(null)}
            onMove={(place) => actions.move(moving.id, place)}
          />
        </Suspense>
      )}
    </div>
  );
}

const TYPE = 'application/x-hemicycle-document';

function useTreeMoves(
  roots: readonly TreeNode[],
  canEdit: boolean,
  actions: DocumentActions,
  onInto: (id: string) => void,
): DragAndDropHooks<TreeNode> {
  const titles = useMemo(() => new Map(allNodes(roots).map(({ id, title }) => [id, title])), [roots]);
  const { dragAndDropHooks } = useDragAndDrop<TreeNode>({
    isDisabled: !canEdit,
    getItems: (keys) =>
      [...keys].map((key) => ({ [TYPE]: String(key), 'text/plain': titles.get(String(key)) ?? '' })),
    acceptedDragTypes: [TYPE],
    getDropOperation: () => 'move',
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="relative z-10 h-0 outline-none data-[drop-target]:outline-2 data-[drop-target]:outline-primary"
      />
    ),
    onMove: ({ keys, target }) => {
      const [key] = keys;
      if (key === undefined) return;
      const place = moveTarget(roots, String(key), String(target.key), target.dropPosition);
      if (!place) return;
      if (target.dropPosition === 'on') onInto(String(target.key));
      void actions.move(String(key), place);
    },
  });
  return dragAndDropHooks;
}

function allNodes(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
