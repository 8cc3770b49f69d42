'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import {
  ChevronRight,
  CornerDownRight,
  Ellipsis,
  FileText,
  FolderInput,
  GripVertical,
  Pencil,
  Share2,
  Trash2,
} from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { LabelBadge } from '@/features/labels/LabelBadge';
import type { TreeNode } from '../lib/buildTree';

export interface DocumentTreeRowProps {
  readonly node: TreeNode;
  /** The space takes new documents from the reader. */
  readonly canCreate: boolean;
  /** The label of the space, which goes without saying. */
  readonly spaceLabelId: string | undefined;
  readonly onShare: () => void;
  readonly onCreateBelow: () => void;
  readonly onRename: () => void;
  readonly onMove: () => void;
  readonly onTrash: () => void;
  /** The rows below it. */
  readonly children: ReactNode;
}

/** Steps to the right beyond which deeper rows are not moved further: names stay readable. */
const MOST_STEPS = 6;
const STEPS = ['', 'pl-6', 'pl-12', 'pl-18', 'pl-24', 'pl-30', 'pl-36'] as const;

export function DocumentTreeRow(props: DocumentTreeRowProps) {
  const { node, children } = props;
  const { write, rename, move, trash } = node.abilities;
  const t = useTranslations('documents.tree');
  const actions = useTranslations('documents.actions');
  const share = useTranslations('sharing')('share');
  const items: MenuEntry[] = [{ id: 'share', label: share, icon: <Share2 />, onAction: props.onShare }];
  const entry = (id: string, label: string, icon: ReactNode, onAction: () => void, shortcut = '') =>
    items.push({ id, label, icon, onAction, ...(shortcut !== '' && { shortcut }) });
  if (write && props.canCreate)
    entry('create', actions('createBelow'), <CornerDownRight />, props.onCreateBelow);
  if (rename) entry('rename', actions('rename'), <Pencil />, props.onRename, 'F2');
  if (move) entry('move', actions('move'), <FolderInput />, props.onMove);
  if (trash) {
    items.push('separator');
    entry('trash', actions('trash'), <Trash2 />, props.onTrash);
  }
  return (
    <TreeItem
      id={node.id}
      textValue={node.title}
      data-document={node.id}
      className="group cursor-pointer border-b border-line outline-none last:border-0 hover:bg-sunken data-[drop-target]:bg-primary-soft data-[dragging]:opacity-50 data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-focus"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded, allowsDragging }) => (
          <div className={cx('flex min-h-11 items-center gap-1.5 py-1 pr-2', allowsDragging ? '' : 'pl-2')}>
            {allowsDragging && (
              <Button
                slot="drag"
                aria-label={t('drag', { title: node.title })}
                className="inline-flex h-7 w-6 shrink-0 cursor-grab items-center justify-center rounded-s text-ink-3 opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 touch:opacity-100"
              >
                <GripVertical className="size-4" />
              </Button>
            )}
            <span
              className={cx(
                'flex min-w-0 flex-1 items-center gap-1.5',
                STEPS[Math.min(level - 1, MOST_STEPS)],
              )}
            >
              {hasChildItems ? (
                <Button
                  slot="chevron"
                  aria-label={t(isExpanded ? 'fold' : 'unfold', { title: node.title })}
                  className="inline-flex size-6 shrink-0 items-center justify-center rounded-s text-ink-3 hover:bg-hover hover:text-ink"
                >
                  <ChevronRight className={cx('size-4 transition-transform', isExpanded && 'rotate-90')} />
                </Button>
              ) : (
                <span className="size-6 shrink-0" />
              )}
              <FileText className="text-ink-3" />
              <span className="min-w-0 truncate font-medium">{node.title}</span>
              {node.label?.id !== props.spaceLabelId && <LabelBadge compact label={node.label} />}
            </span>
            <RelativeTime at={node.editedAt} className="shrink-0 text-sm text-ink-3 max-sm:hidden" />
            <MenuButton
              iconOnly
              size="s"
              variant="quiet"
              label={t('menu', { title: node.title })}
              icon={<Ellipsis />}
              items={items}
            />
          </div>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}
