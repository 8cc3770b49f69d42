'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { FilePlus, FileText } from '@hemicycle/ui/icons';
import { SearchField } from '@hemicycle/ui/SearchField';
import { useToast } from '@hemicycle/ui/Toaster';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { useTree } from '../hooks/useTree';
import type { TreeNode } from '../lib/buildTree';
import { matchesWords } from '../lib/matchesWords';
import { TreeSkeleton } from './TreeSkeleton';

export interface DocumentPickerProps {
  readonly spaceId: string;
  readonly onOpen: (documentId: string) => void;
}

const STEPS = ['', 'pl-4', 'pl-8', 'pl-12'] as const;

/** Opens or creates a document of the space, in the side panel of a call. */
export function DocumentPicker({ spaceId, onOpen }: DocumentPickerProps) {
  const t = useTranslations('documents.picker');
  const tree = useTree(spaceId);
  const { data: space } = useApiQuery('GET /spaces/{spaceId}', { params: { spaceId } });
  const [filter, setFilter] = useState('');
  const rows = flat(tree.roots, 0).filter(({ node }) => matchesWords(filter, node.title));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      {space?.abilities.createDocument && <CreateButton spaceId={spaceId} onOpen={onOpen} />}
      {(tree.roots.length > 0 || filter !== '') && (
        <SearchField label={t('filter')} value={filter} onChange={setFilter} />
      )}
      {tree.isPending ? (
        <TreeSkeleton label={t('loading')} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<FileText />}>{t(filter === '' ? 'empty' : 'none')}</EmptyState>
      ) : (
        <ul aria-label={t('label')} className="-mx-2 flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
          {rows.map(({ node, level }) => (
            <li key={node.id} className={filter === '' ? STEPS[Math.min(level, STEPS.length - 1)] : ''}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center gap-2.5 rounded-s px-2 text-left transition-colors hover:bg-hover touch:min-h-11"
                onClick={() => onOpen(node.id)}
              >
                <FileText className="text-ink-3" />
                <span className="min-w-0 flex-1 truncate">{node.title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CreateButton({ spaceId, onOpen }: DocumentPickerProps) {
  const t = useTranslations('documents.picker');
  const actions = useTranslations('documents.actions');
  const toast = useToast();
  const problemWords = useProblemWords();
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    try {
      const body = { title: actions('untitled') };
      const { id } = await api('POST /spaces/{spaceId}/documents', { params: { spaceId }, body });
      onOpen(id);
    } catch (error) {
      toast({ tone: 'danger', message: problemWords(error).text });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<FilePlus />} isPending={busy} onPress={() => void create()}>
      {t('create')}
    </Button>
  );
}

function flat(nodes: readonly TreeNode[], level: number): { node: TreeNode; level: number }[] {
  return nodes.flatMap((node) => [{ node, level }, ...flat(node.children, level + 1)]);
}
