'use client';

import type { SharedGrant } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { useId } from 'react';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { useShare } from '../hooks/shareContext';
import { useReasonWords } from '../hooks/useReasonWords';
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
  const parts = bySource(list.items, resource.resourceId);
  if (list.items.length === 0 && list.error) {
    const { title, text } = words(list.error);
    return (
      <ErrorState level={3} title={title} action={<Button onPress={list.retry}>{common('retry')}</Button>}>
        {text}
      </ErrorState>
    );
  }
  if (list.isPending) return <RowShapes />;
  return (
    <div className="flex flex-col gap-5">
      {parts.map(([source, grants]) => (
        <GrantPart key={source.resourceId} source={source} grants={grants} />
      ))}
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

interface GrantPartProps {
  readonly source: SharedGrant['source'];
  readonly grants: readonly SharedGrant[];
}

/** What was given on one resource. What is above is changed there. */
function GrantPart({ source, grants }: GrantPartProps) {
  const t = useTranslations('sharing.list');
  const reasons = useReasonWords();
  const { goTo } = useShare();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-1">
      <div className="flex min-h-8 items-center gap-2">
        <h3 id={titleId} className="min-w-0 flex-1 text-sm font-semibold text-ink-2">
          {source.inherited ? t('from', { place: reasons.place(source) }) : t('title')}
        </h3>
        {source.inherited && source.title !== null && (
          <Button
            size="s"
            variant="quiet"
            aria-label={t('goToLabel', { place: reasons.place(source) })}
            onPress={() => goTo({ resourceType: source.resourceType, resourceId: source.resourceId })}
          >
            {t('goTo')}
          </Button>
        )}
      </div>
      {grants.length === 0 ? (
        <p className="text-ink-3">{t('none')}</p>
      ) : (
        <ul aria-labelledby={titleId} className="divide-y divide-line">
          {grants.map((grant) => (
            <GrantRow key={grant.id} grant={grant} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Here first, also when nothing is given here; then what is above, as the grants come. */
function bySource(
  grants: readonly SharedGrant[],
  resourceId: string,
): (readonly [SharedGrant['source'], SharedGrant[]])[] {
  const parts = new Map<string, readonly [SharedGrant['source'], SharedGrant[]]>();
  for (const grant of grants) {
    const part = parts.get(grant.source.resourceId);
    if (part) part[1].push(grant);
    else parts.set(grant.source.resourceId, [grant.source, [grant]]);
  }
  const here = parts.get(resourceId);
  const above = [...parts.values()].filter(([source]) => source.inherited);
  const empty = { resourceType: 'document', resourceId, title: null, inherited: false } as const;
  return [here ?? [empty, []], ...above];
}
