'use client';

import type { GuestAccount, Page } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { Users } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useRemoveGuest } from '../hooks/useRemoveGuest';
import { GuestRow } from './GuestRow';

/** Everybody from outside, what they hold and until when, each with the one button that ends it. */
export function GuestList({ initial }: { readonly initial: Page<GuestAccount> }) {
  const t = useTranslations('guests.list');
  const list = useSeededList<GuestAccount>({ route: 'GET /guests', input: {}, initial });
  const { remove, removing } = useRemoveGuest();
  return (
    <div className="mx-auto flex w-full max-w-[960px] flex-col gap-5 px-4 py-6 sm:px-6 lg:py-8">
      <div className="flex flex-col gap-1">
        <h1 className="text-title font-bold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('text')}</p>
      </div>
      {list.items.length === 0 ? (
        <EmptyState icon={<Users />}>{t('empty')}</EmptyState>
      ) : (
        <List aria-label={t('title')}>
          {list.items.map((guest) => (
            <GuestRow
              key={guest.person.id}
              guest={guest}
              isRemoving={removing === guest.person.id}
              onRemove={() => void remove(guest)}
            />
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
