'use client';

import type { SharedGrant } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { useShare } from '../hooks/shareContext';
import { GrantRow } from './GrantRow';
import { RowShapes } from './RowShapes';

/** What was given here, then what comes from above. */
export function GrantList() {
  const t = useTranslations('sharing.list');
  const common = useTranslations('common');
  const words = useProblemWords();
  const { resource } = useShare();
  const list = useSeededList<SharedGrant>({
    route: 'GET /access/{resourceType}/{resourceId}/grants',
    input: { params: resource },
  });
  const { resourceId } = resource;
  const here = list.items.filter(({ source }) => source.resourceId === resourceId);
  const above = list.items.filter(({ source }) => source.resourceId !== resourceId);
  if (list.items.length === 0 && list.error) {
    const { title, text } = words(list.error);
    return (
      <ErrorState level={3} title={title} action={<Button onPress={list.retry}>{common('retry')}</Button>}>
        {text}
      </ErrorState>
    );
  }
  return (
    <section aria-labelledby="share-given" className="flex flex-col gap-1">
      <h3 id="share-given" className="text-sm font-semibold text-ink-2">
        {t('title')}
      </h3>
      {list.isPending ? (
        <RowShapes />
      ) : (
        <ul aria-labelledby="share-given" className="divide-y divide-line">
          {[...here, ...above].map((grant) => (
            <GrantRow key={grant.id} grant={grant} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
