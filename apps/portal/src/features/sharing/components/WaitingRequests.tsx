'use client';

import type { WaitingRequest } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { List } from '@hemicycle/ui/List';
import { useToast } from '@hemicycle/ui/Toaster';
import Link from 'next/link';
import type { ShownList } from '@/lib/reads/useSeededList';
import { resourcePath } from '../lib/resource';
import { RequestRow } from './RequestRow';

/** Everybody who waits for an answer of mine, whatever they ask for. Import it lazily. */
export function WaitingRequests({ list }: { readonly list: ShownList<WaitingRequest> }) {
  const t = useTranslations('sharing.requests');
  const roles = useTranslations('spaces.roles');
  const toast = useToast();
  return (
    <section aria-labelledby="waiting-requests" className="min-w-0 max-lg:order-2">
      <h2 id="waiting-requests" className="mb-2.5 flex min-h-6 items-center text-sm font-semibold text-ink-2">
        {t('home')}
      </h2>
      <List aria-labelledby="waiting-requests">
        {list.items.map((request) => {
          const { id, person, role, title, spaceName, resourceType, resourceId } = request;
          const resource = { resourceType, resourceId };
          return (
            <RequestRow
              key={id}
              request={request}
              resource={resource}
              onAnswered={(message) => toast({ message })}
            >
              {t.rich('asksFor', {
                name: person.name,
                role: roles(role),
                title,
                a: (words) => (
                  <Link href={resourcePath(resource)} className="font-semibold text-ink">
                    {words}
                  </Link>
                ),
              })}
              {resourceType === 'document' && spaceName !== null && ` ${t('in', { space: spaceName })}`}
            </RequestRow>
          );
        })}
      </List>
      {list.hasMore && (
        <Button className="mt-2" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
