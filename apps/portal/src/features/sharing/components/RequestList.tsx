'use client';

import type { AccessRequest } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { List } from '@hemicycle/ui/List';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useShare } from '../hooks/shareContext';
import { RequestRow } from './RequestRow';

/** Who asks for access to what the Share dialog is about. Nothing where nobody asks. */
export function RequestList() {
  const t = useTranslations('sharing.requests');
  const roles = useTranslations('spaces.roles');
  const { resource, tell } = useShare();
  const list = useSeededList<AccessRequest>({
    route: 'GET /access/{resourceType}/{resourceId}/requests',
    input: { params: resource },
  });
  if (list.items.length === 0) return null;
  return (
    <section aria-labelledby="share-requests" className="flex flex-col gap-2">
      <h3 id="share-requests" className="text-sm font-semibold text-ink-2">
        {t('title')}
      </h3>
      <List aria-labelledby="share-requests">
        {list.items.map((request) => (
          <RequestRow key={request.id} request={request} resource={resource} onAnswered={tell}>
            {t('asks', { name: request.person.name, role: roles(request.role) })}
          </RequestRow>
        ))}
      </List>
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
