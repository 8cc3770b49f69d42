'use client';

import type { Page, SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { MessagesSquare, Plus } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { SearchField } from '@hemicycle/ui/SearchField';
import { useRouter, useSearchParams } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { matchesAll } from '@/features/search/matchesAll';
import { useMe } from '@/features/shell';
import { useInvalidation } from '@/lib/reads/useInvalidation';
import { listKey, useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { SpaceRow } from './SpaceRow';

const NewSpaceDialog = lazy(() =>
  import('./NewSpaceDialog').then((module) => ({ default: module.NewSpaceDialog })),
);

/** Fewer rows than this are found by looking. */
const worthFiltering = 8;

/** All my spaces, the last active first. `?new=1` opens the dialog that creates one. */
export function SpacesView({ initial }: { readonly initial: Page<SpaceSummary> }) {
  const t = useTranslations('spaces');
  const common = useTranslations('common');
  const words = useProblemWords();
  const me = useMe();
  const router = useRouter();
  const creating = useSearchParams().get('new') === '1';
  const [filter, setFilter] = useState('');
  const list = useSeededList<SpaceSummary>({ route: 'GET /spaces', input: {}, initial });
  useInvalidation({ of: 'spaces' }, listKey('GET /spaces', {}), me.id);
  const canCreate = me.organisation.abilities.createSpace;
  const shown = list.items.filter((space) => matchesAll([space.name, space.purpose], filter));
  const openDialog = (open: boolean) => router.replace(open ? '/spaces?new=1' : '/spaces', { scroll: false });

  return (
    <div className="mx-auto flex w-full max-w-[960px] flex-col gap-5 px-4 py-6 sm:px-6 lg:py-8">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="text-title font-bold">{t('title')}</h1>
        {canCreate && (
          <Button variant="primary" icon={<Plus />} onPress={() => openDialog(true)}>
            {t('new')}
          </Button>
        )}
      </header>
      {list.items.length >= worthFiltering && (
        <SearchField label={t('filter')} value={filter} onChange={setFilter} className="max-w-sm" />
      )}
      {list.items.length === 0 && list.error ? (
        <ErrorState title={t('errorTitle')} action={<Button onPress={list.retry}>{common('retry')}</Button>}>
          {words(list.error).text}
        </ErrorState>
      ) : list.items.length === 0 ? (
        <EmptyState icon={<MessagesSquare />}>{canCreate ? t('empty') : t('emptyGuest')}</EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState>{t('noMatch')}</EmptyState>
      ) : (
        <List aria-label={t('title')}>
          {shown.map((space) => (
            <SpaceRow key={space.id} space={space} meId={me.id} />
          ))}
        </List>
      )}
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
      {creating && canCreate && (
        <Suspense>
          <NewSpaceDialog isOpen onOpenChange={openDialog} />
        </Suspense>
      )}
    </div>
  );
}
