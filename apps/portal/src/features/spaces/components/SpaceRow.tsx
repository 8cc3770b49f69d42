'use client';

import type { SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Count } from '@hemicycle/ui/Count';
import { Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';
import { LabelBadge } from '@/features/labels/LabelBadge';
import { isInCall } from '../lib/isInCall';
import { SpaceTile } from './SpaceTile';

export interface SpaceRowProps {
  readonly space: SpaceSummary;
  readonly meId: string;
}

/** A space in the list of all: what it is for, when something last happened, what is new, the running call. */
export function SpaceRow({ space, meId }: SpaceRowProps) {
  const t = useTranslations('spaces');
  return (
    <li className="flex min-h-[72px] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 transition-colors hover:bg-sunken focus-within:bg-sunken sm:px-5">
      <SpaceTile name={space.name} size="l" />
      <div className="min-w-0 flex-1 basis-52">
        <div className="flex items-center gap-2.5">
          <h2 className="min-w-0 truncate text-md font-semibold">
            <Link
              href={`/spaces/${space.id}`}
              className="text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {space.name}
            </Link>
          </h2>
          <LabelBadge compact unlessUsual label={space.label} />
          <Count value={space.unreadCount} label={t('unread', { count: space.unreadCount })} />
        </div>
        {space.purpose !== '' && <p className="line-clamp-1 text-ink-2">{space.purpose}</p>}
        <p className="text-sm text-ink-3">
          {t('members', { count: space.memberCount })}
          <span aria-hidden="true"> · </span>
          {t.rich('active', { time: () => <RelativeTime at={space.lastActivityAt} /> })}
        </p>
      </div>
      {space.call && (
        <Link
          href={`/rooms/${space.roomId}`}
          className={buttonClass({ size: 's', className: 'relative text-ok hover:text-ok' })}
        >
          <Video />
          {isInCall(space.call, meId)
            ? t('space.back', { count: space.call.participantCount })
            : t('space.join', { count: space.call.participantCount })}
          <span className="sr-only">{space.name}</span>
        </Link>
      )}
    </li>
  );
}
