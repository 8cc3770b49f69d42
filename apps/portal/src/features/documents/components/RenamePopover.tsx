'use client';

import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { PopoverOverlay } from '@hemicycle/ui/PopoverOverlay';
import { TextField } from '@hemicycle/ui/TextField';
import { useRef, useState } from 'react';
import type { TreeNode } from '../lib/buildTree';

export interface RenamePopoverProps {
  readonly node: TreeNode;
  readonly onClose: () => void;
  /** False when it failed: the field stays. */
  readonly onRename: (title: string) => Promise<boolean>;
}

/** A new name, typed at the row itself. Outside the tree, whose keys would take the letters for a search. */
export function RenamePopover({ node, onClose, onRename }: RenamePopoverProps) {
  const t = useTranslations('documents.actions');
  const common = useTranslations('common');
  const [title, setTitle] = useState(node.title);
  const [busy, setBusy] = useState(false);
  const row = useRef<HTMLElement | null>(document.querySelector<HTMLElement>(`[data-document="${node.id}"]`));
  const save = async () => {
    const wanted = title.trim();
    if (wanted === '' || wanted === node.title) return onClose();
    setBusy(true);
    const done = await onRename(wanted);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <PopoverOverlay
      triggerRef={row}
      label={t('rename')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
    >
      <form
        className="flex w-[min(420px,calc(100vw-48px))] items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('newName')}
          value={title}
          onChange={setTitle}
          maxLength={LIMITS.titleLength}
          autoFocus
          onFocus={(event) => (event.target as HTMLInputElement).select()}
          className="flex-1"
        />
        <Button type="submit" variant="primary" isPending={busy}>
          {common('save')}
        </Button>
      </form>
    </PopoverOverlay>
  );
}
