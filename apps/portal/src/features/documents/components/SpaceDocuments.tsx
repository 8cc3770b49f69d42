'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { ArrowLeft, FilePlus, FileText, Trash2 } from '@hemicycle/ui/icons';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { useDocumentActions } from '../hooks/useDocumentActions';
import { useTree } from '../hooks/useTree';
import { TrashList } from './TrashList';
import { TreeSkeleton } from './TreeSkeleton';

/** With drag and drop it weighs more than all the rest of the page. */
const DocumentTree = dynamic(() => import('./DocumentTree').then((module) => module.DocumentTree), {
  ssr: false,
  loading: LoadingTree,
});

function LoadingTree() {
  const t = useTranslations('documents.tree');
  return <TreeSkeleton label={t('loading')} />;
}

/** The documents of a space: their tree, and the trash behind a button. */
export function SpaceDocuments({ spaceId }: { readonly spaceId: string }) {
  const t = useTranslations('documents.tree');
  const { data: space } = useApiQuery('GET /spaces/{spaceId}', { params: { spaceId } });
  const [trash, setTrash] = useState(false);
  const actions = useDocumentActions(spaceId);
  const [creating, setCreating] = useState(false);
  const create = async () => {
    setCreating(true);
    await actions.create(null);
    setCreating(false);
  };
  return (
    <div className="mx-auto flex w-full max-w-[960px] flex-col gap-4 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 text-xl font-semibold">{t(trash ? 'trashTitle' : 'title')}</h2>
        {space?.abilities.readTrash && (
          <Button variant="quiet" icon={trash ? <ArrowLeft /> : <Trash2 />} onPress={() => setTrash(!trash)}>
            {t(trash ? 'back' : 'trash')}
          </Button>
        )}
        {space?.abilities.createDocument && !trash && (
          <Button variant="primary" icon={<FilePlus />} isPending={creating} onPress={() => void create()}>
            {t('create')}
          </Button>
        )}
      </header>
      {trash ? (
        <TrashList spaceId={spaceId} actions={actions} />
      ) : (
        <Tree spaceId={spaceId} canEdit={space?.abilities.createDocument ?? false} />
      )}
    </div>
  );
}

function Tree({ spaceId, canEdit }: { readonly spaceId: string; readonly canEdit: boolean }) {
  const t = useTranslations('documents.tree');
  const common = useTranslations('common');
  const problemWords = useProblemWords();
  const tree = useTree(spaceId);
  if (tree.error) {
    const { title, text } = problemWords(tree.error);
    return (
      <ErrorState level={3} title={title} action={<Button onPress={tree.retry}>{common('retry')}</Button>}>
        {text}
      </ErrorState>
    );
  }
  if (tree.isPending) return <TreeSkeleton label={t('loading')} />;
  if (tree.roots.length === 0) {
    return <EmptyState icon={<FileText />}>{t(canEdit ? 'empty' : 'emptyReader')}</EmptyState>;
  }
  return (
    <>
      <DocumentTree spaceId={spaceId} roots={tree.roots} canEdit={canEdit} />
      {tree.truncated && <p className="text-sm text-ink-3">{t('truncated')}</p>}
    </>
  );
}
