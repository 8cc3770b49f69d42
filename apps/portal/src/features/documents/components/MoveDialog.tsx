'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { FileText, Folder } from '@hemicycle/ui/icons';
import { optionClass } from '@hemicycle/ui/lib/popoverClass';
import { SearchField } from '@hemicycle/ui/SearchField';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { TreeNode } from '../lib/buildTree';
import { matchesWords } from '../lib/matchesWords';

export interface MoveDialogProps {
  readonly node: TreeNode;
  readonly roots: readonly TreeNode[];
  readonly onClose: () => void;
  /** False when it failed: the dialog stays. */
  readonly onMove: (place: { parentId: string | null; afterId: string | null }) => Promise<boolean>;
}

interface Place {
  /** `root` for the top of the space. */
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly lastChildId: string | null;
}

const ROOT = 'root';
const STEPS = ['', 'pl-5', 'pl-10', 'pl-14', 'pl-18'] as const;

/** Where a document goes: below another, as its last, or to the top of the space. Never below itself. */
export function MoveDialog({ node, roots, onClose, onMove }: MoveDialogProps) {
  const t = useTranslations('documents.move');
  const common = useTranslations('common');
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<Place | null>(null);
  const [busy, setBusy] = useState(false);
  const top: Place = {
    id: ROOT,
    title: t('top'),
    level: 0,
    lastChildId: lastOf(roots, node.id),
  };
  const places = [top, ...placesOf(roots, node.id, 1)].filter(({ title }) => matchesWords(filter, title));
  const move = async () => {
    if (!chosen) return;
    setBusy(true);
    const parentId = chosen.id === ROOT ? null : chosen.id;
    const done = await onMove({ parentId, afterId: chosen.lastChildId });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title', { title: node.title })}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" isDisabled={!chosen} isPending={busy} onPress={() => void move()}>
            {t('move')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SearchField label={t('filter')} value={filter} onChange={setFilter} autoFocus />
        <ListBox
          aria-label={t('places')}
          items={places}
          selectionMode="single"
          selectedKeys={chosen ? [chosen.id] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            setChosen(places.find(({ id }) => id === key) ?? null);
          }}
          renderEmptyState={() => <p className="px-2.5 py-2 text-ink-3">{t('none')}</p>}
          className="max-h-[46dvh] overflow-y-auto rounded-m border border-line p-1 outline-none"
        >
          {(place) => (
            <ListBoxItem
              id={place.id}
              textValue={place.title}
              className={`${optionClass} data-[selected]:bg-primary-soft data-[selected]:text-primary-ink`}
            >
              <span
                className={`flex min-w-0 items-center gap-2 ${STEPS[Math.min(place.level, STEPS.length - 1)]}`}
              >
                {place.id === ROOT ? <Folder /> : <FileText />}
                <span className="truncate">{place.title}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </Dialog>
  );
}

function placesOf(nodes: readonly TreeNode[], movedId: string, level: number): Place[] {
  return nodes
    .filter(({ id }) => id !== movedId)
    .flatMap(({ id, title, children }) => [
      { id, title, level, lastChildId: lastOf(children, movedId) },
      ...placesOf(children, movedId, level + 1),
    ]);
}

function lastOf(nodes: readonly TreeNode[], movedId: string): string | null {
  return nodes.filter(({ id }) => id !== movedId).at(-1)?.id ?? null;
}
