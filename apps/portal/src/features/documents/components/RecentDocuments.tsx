'use client';

import type { DocumentSummary, Page } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { FilePlus, FileText } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { Select } from '@hemicycle/ui/Select';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { openPalette } from '@/features/search/openPalette';
import { useEvents } from '@/lib/events/useEvents';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { RecentDocumentRow } from './RecentDocumentRow';

export interface RecentDocumentsProps {
  /** The first page over all spaces, as the server read it. */
  readonly initial: Page<DocumentSummary>;
  /** The spaces to choose from. */
  readonly spaces: readonly { readonly id: string; readonly name: string }[];
}

const ALL = 'all';
/** While somebody writes, the order changes every moment: it is read anew this often. Milliseconds. */
const REST = 3_000;

/** Documents of all my spaces, the last edited first. */
export function RecentDocuments({ initial, spaces }: RecentDocumentsProps) {
  const t = useTranslations('documents.recent');
  const common = useTranslations('common');
  const problemWords = useProblemWords();
  const [spaceId, setSpaceId] = useState(ALL);
  const list = useSeededList<DocumentSummary>({
    route: 'GET /documents',
    input: spaceId === ALL ? {} : { query: { spaceId } },
    ...(spaceId === ALL && { initial }),
  });
  useFreshDocuments();
  return (
    <div className="mx-auto flex w-full max-w-[960px] flex-col gap-5 px-4 py-6 sm:px-6 lg:py-8">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1 className="flex-1 text-title font-bold">{t('title')}</h1>
        {spaces.length > 1 && (
          <Select
            label={t('space')}
            hideLabel
            value={spaceId}
            onChange={setSpaceId}
            options={[
              { value: ALL, label: t('allSpaces') },
              ...spaces.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {spaces.length > 0 && (
          <Button variant="primary" icon={<FilePlus />} onPress={() => openPalette('document')}>
            {t('create')}
          </Button>
        )}
      </header>
      {list.items.length === 0 && list.error ? (
        <ErrorState
          title={problemWords(list.error).title}
          action={<Button onPress={list.retry}>{common('retry')}</Button>}
        >
          {problemWords(list.error).text}
        </ErrorState>
      ) : list.items.length === 0 && !list.isPending ? (
        <EmptyState icon={<FileText />}>{t(spaceId === ALL ? 'empty' : 'emptySpace')}</EmptyState>
      ) : (
        <List aria-label={t('title')}>
          {list.items.map((document) => (
            <RecentDocumentRow key={document.id} document={document} />
          ))}
        </List>
      )}
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

/** Reads the lists of documents anew when something changed in one, seldom enough while people write. */
function useFreshDocuments(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEvents(['document.changed', 'access.changed'], () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: ['GET /documents'] });
    }, REST);
  });
}
