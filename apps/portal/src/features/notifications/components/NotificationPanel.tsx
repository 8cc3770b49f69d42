'use client';

import type { Notification } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { Bell, Settings } from '@hemicycle/ui/icons';
import { iconButtonClass } from '@hemicycle/ui/lib/buttonClass';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import Link from 'next/link';
import { useRef } from 'react';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { useReadNotifications } from '../hooks/useReadNotifications';
import { NotificationItem } from './NotificationItem';

const INPUT = { query: { limit: 20 } };

/** What I am told of, newest first. Reading one says so everywhere. */
export function NotificationPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('notifications');
  const common = useTranslations('common');
  const words = useProblemWords();
  const list = useSeededList<Notification>({ route: 'GET /notifications', input: INPUT });
  const read = useReadNotifications();
  const [newest] = list.items;
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <div className="flex w-[min(24rem,calc(100vw-48px))] flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1">
        <h2 ref={title} tabIndex={-1} className="flex-1 text-md font-semibold outline-none">
          {t('title')}
        </h2>
        <span className="ml-auto flex items-center gap-1">
          {newest && list.items.some((item) => !item.read) && (
            <Button
              variant="quiet"
              onPress={() => {
                // The button goes away; without focus in the panel Escape would reach nobody.
                title.current?.focus();
                read({ through: newest.id });
              }}
            >
              {t('readAll')}
            </Button>
          )}
          <Link
            href="/settings#notifications"
            aria-label={t('settings')}
            onClick={onClose}
            className={iconButtonClass({ variant: 'quiet' })}
          >
            <Settings />
          </Link>
        </span>
      </div>
      {list.isPending ? (
        <Skeleton className="h-32" />
      ) : list.items.length === 0 && list.error ? (
        <ErrorState
          title={words(list.error).title}
          action={<Button onPress={list.retry}>{common('retry')}</Button>}
        >
          {words(list.error).text}
        </ErrorState>
      ) : list.items.length === 0 ? (
        <EmptyState icon={<Bell />}>{t('empty')}</EmptyState>
      ) : (
        <ul aria-label={t('title')} className="-mx-1 flex flex-col">
          {list.items.map((item) => (
            <NotificationItem
              key={item.id}
              notification={item}
              onOpen={() => {
                if (!item.read) read({ ids: [item.id] });
                onClose();
              }}
              onRead={() => read({ ids: [item.id] })}
            />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button variant="quiet" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
