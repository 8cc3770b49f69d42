'use client';

import type { Notification } from '@hemicycle/contracts';
import { placePath } from '@hemicycle/contracts/placePath';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { IconButton } from '@hemicycle/ui/IconButton';
import { Bell, Check } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';
import { type ReactNode, useRef } from 'react';

export interface NotificationItemProps {
  readonly notification: Notification;
  /** It is being gone to. */
  readonly onOpen: () => void;
  readonly onRead: () => void;
}

/** Who did what, where. The whole row leads there, as long as I may go there. */
export function NotificationItem({ notification, onOpen, onRead }: NotificationItemProps) {
  const t = useTranslations('notifications');
  const { actor, place, createdAt, read } = notification;
  const words = <NotificationWords notification={notification} />;
  const row = useRef<HTMLLIElement>(null);
  return (
    <li
      ref={row}
      tabIndex={-1}
      className={cx(
        'relative flex gap-3 rounded-m px-2 py-2.5 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus',
        place && 'transition-colors hover:bg-hover focus-within:bg-hover',
      )}
    >
      {actor ? (
        <Avatar name={actor.name} hue={actor.hue} />
      ) : (
        <span className="inline-flex size-[30px] shrink-0 items-center justify-center rounded-full bg-hover text-ink-3">
          <Bell className="size-4" />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className={cx('break-words', read ? 'text-ink-2' : 'text-ink')}>
          {!read && <span className="sr-only">{t('unread')} </span>}
          {place ? (
            <Link
              href={placePath(place)}
              onClick={onOpen}
              className="text-inherit no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {words}
            </Link>
          ) : (
            words
          )}
          {actor?.guest && (
            <>
              {' '}
              <Badge tone="amber">{t('guest')}</Badge>
            </>
          )}
        </p>
        {place?.message?.excerpt && <p className="truncate text-sm text-ink-3">{place.message.excerpt}</p>}
        <RelativeTime at={createdAt} className="text-sm text-ink-3" />
      </div>
      {!read && (
        <span className="relative flex shrink-0 items-start gap-1">
          <IconButton
            label={t('markRead')}
            icon={<Check />}
            variant="quiet"
            size="s"
            onPress={() => {
              // The button goes away with the mark; whoever works by keyboard stays where they are.
              row.current?.focus();
              onRead();
            }}
          />
          <span aria-hidden="true" className="mt-2 size-2 rounded-full bg-primary" />
        </span>
      )}
    </li>
  );
}

function NotificationWords({
  notification: { kind, actor, place },
}: Pick<NotificationItemProps, 'notification'>) {
  const t = useTranslations('notifications');
  if (place === null) return t('gone');
  const b = (words: ReactNode) => <span className="font-semibold">{words}</span>;
  const where = place.title;
  if (actor === null) return t.rich(`${kind}.nobody`, { where, b });
  return t.rich(`${kind}.somebody`, { name: actor.name, where, b });
}
