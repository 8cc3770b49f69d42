'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { Count } from '@hemicycle/ui/Count';
import { Bell } from '@hemicycle/ui/icons';
import { PopoverButton } from '@hemicycle/ui/PopoverButton';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useReadHere } from '../hooks/useReadHere';
import { useUnreadNotifications } from '../hooks/useUnreadNotifications';

const NotificationPanel = lazy(() =>
  import('./NotificationPanel').then((module) => ({ default: module.NotificationPanel })),
);

/** How much waits for me, on every page; it opens what it is. */
export function NotificationBell({ meId }: { readonly meId: string }) {
  const t = useTranslations('notifications');
  const unread = useUnreadNotifications(meId);
  useArrivals(unread);
  useReadHere(unread);
  return (
    <span className="relative inline-flex">
      <PopoverButton
        label={unread === 0 ? t('bell') : t('bellUnread', { count: unread })}
        icon={<Bell />}
        iconOnly
        variant="quiet"
        placement="bottom end"
      >
        {(close) => (
          <Suspense fallback={<div className="h-40 w-[min(24rem,calc(100vw-48px))]" />}>
            <NotificationPanel onClose={close} />
          </Suspense>
        )}
      </PopoverButton>
      {/* The button's own name says it. */}
      <span aria-hidden="true" className="pointer-events-none absolute -top-1 -right-1 leading-none">
        <Count value={unread} label="" />
      </span>
    </span>
  );
}

/** A screen reader hears that something came, not what was there when the page was opened. */
function useArrivals(unread: number) {
  const t = useTranslations('notifications');
  const announce = useAnnounce();
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current !== undefined && unread > before.current) announce(t('arrived', { count: unread }));
    before.current = unread;
  }, [unread, announce, t]);
}
