'use client';

import type { Meeting } from '@hemicycle/contracts';
import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';
import { Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';

export interface MeetingRowProps {
  readonly meeting: Meeting;
  /** In a space's own list its name goes without saying. */
  readonly withinSpace: boolean;
}

/** A meeting: where, when, how long, who; a running one is there to be joined. */
export function MeetingRow({ meeting, withinSpace }: MeetingRowProps) {
  const t = useTranslations('meeting');
  const format = useFormatter();
  const running = meeting.endedAt === null;
  const details = [
    running
      ? t('list.since', { time: format.dateTime(new Date(meeting.startedAt), { timeStyle: 'short' }) })
      : durationWords(meeting, t),
    t(running ? 'list.people' : 'list.were', { count: meeting.participantCount }),
    ...(meeting.startedBy ? [t('list.startedBy', { name: meeting.startedBy.name })] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-[200px] flex-1 flex-col gap-0.5">
        <h3 className="truncate text-md font-semibold">
          {withinSpace ? (
            <RelativeTime at={meeting.startedAt} />
          ) : (
            <Link href={`/spaces/${meeting.spaceId}`} className="text-ink no-underline hover:underline">
              {meeting.spaceName}
            </Link>
          )}
        </h3>
        <p className="text-sm text-ink-3 tabular">
          {!withinSpace && !running && (
            <>
              <RelativeTime at={meeting.startedAt} />
              {' · '}
            </>
          )}
          {details.join(' · ')}
        </p>
      </div>
      {meeting.participants.length > 0 && (
        <AvatarStack
          people={meeting.participants}
          label={meeting.participants.map((person) => person.name).join(', ')}
        />
      )}
      {running && (
        <Link
          href={`/rooms/${meeting.roomId}`}
          className={buttonClass({ variant: 'primary' })}
          aria-label={`${t('list.join')}: ${meeting.spaceName}`}
        >
          <Video aria-hidden="true" />
          {t('list.join')}
        </Link>
      )}
    </li>
  );
}

function durationWords(meeting: Meeting, t: ReturnType<typeof useTranslations<'meeting'>>): string {
  const minutes = Math.floor((Date.parse(meeting.endedAt ?? '') - Date.parse(meeting.startedAt)) / 60_000);
  return minutes < 60
    ? t('list.minutes', { count: minutes })
    : t('list.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
