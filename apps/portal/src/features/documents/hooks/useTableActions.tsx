'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Columns3,
  Rows3,
  TableCellsMerge,
  TableCellsSplit,
  Trash2,
} from '@hemicycle/ui/icons';
import type { MenuEntry } from '@hemicycle/ui/MenuButton';
import type { Editor } from '@tiptap/core';

/** What can be done to the table the cursor is in. */
export function useTableActions(editor: Editor): () => readonly MenuEntry[] {
  const t = useTranslations('documents.table');
  return () => {
    const can = editor.can();
    return [
      {
        id: 'rowAbove',
        label: t('rowAbove'),
        icon: <ArrowUp />,
        onAction: () => focused().addRowBefore().run(),
      },
      {
        id: 'rowBelow',
        label: t('rowBelow'),
        icon: <ArrowDown />,
        onAction: () => focused().addRowAfter().run(),
      },
      {
        id: 'columnBefore',
        label: t('columnBefore'),
        icon: <ArrowLeft />,
        onAction: () => focused().addColumnBefore().run(),
      },
      {
        id: 'columnAfter',
        label: t('columnAfter'),
        icon: <ArrowRight />,
        onAction: () => focused().addColumnAfter().run(),
      },
      'separator',
      {
        id: 'headerRow',
        label: t('headerRow'),
        icon: <Rows3 />,
        onAction: () => focused().toggleHeaderRow().run(),
      },
      {
        id: 'headerColumn',
        label: t('headerColumn'),
        icon: <Columns3 />,
        onAction: () => focused().toggleHeaderColumn().run(),
      },
      {
        id: 'merge',
        label: t('merge'),
        icon: <TableCellsMerge />,
        isDisabled: !can.mergeCells(),
        onAction: () => focused().mergeCells().run(),
      },
      {
        id: 'split',
        label: t('split'),
        icon: <TableCellsSplit />,
        isDisabled: !can.splitCell(),
        onAction: () => focused().splitCell().run(),
      },
      'separator',
      {
        id: 'deleteRow',
        label: t('deleteRow'),
        icon: <Trash2 />,
        onAction: () => focused().deleteRow().run(),
      },
      {
        id: 'deleteColumn',
        label: t('deleteColumn'),
        icon: <Trash2 />,
        onAction: () => focused().deleteColumn().run(),
      },
      {
        id: 'deleteTable',
        label: t('deleteTable'),
        icon: <Trash2 />,
        tone: 'danger',
        onAction: () => focused().deleteTable().run(),
      },
    ];
    function focused() {
      return editor.chain().focus();
    }
  };
}
