'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { useMeetings } from '../../hooks/useMeetings';
import { MeetingSections } from './MeetingSections';
import { MeetingsSkeleton } from './MeetingsSkeleton';

export interface SpaceMeetingsProps {
  readonly spaceId: string;
  readonly roomId: string;
}

/** The Meetings tab of a space. */
export function SpaceMeetings({ spaceId, roomId }: SpaceMeetingsProps) {
  const t = useTranslations('meeting');
  const common = useTranslations('common');
  const meetings = useMeetings(spaceId);
  if (meetings.isPending) return <MeetingsSkeleton label={t('list.loading')} />;
  if (meetings.isError && !meetings.data) {
    return (
      <ErrorState
        title={t('list.failed')}
        action={<Button onPress={() => void meetings.refetch()}>{common('retry')}</Button>}
      >
        {null}
      </ErrorState>
    );
  }
  const { running, past } = meetings;
  if (running.length + past.length === 0) {
    return (
      <EmptyState
        icon={<Video />}
        action={
          <Link href={`/rooms/${roomId}`} className={buttonClass({ variant: 'primary' })}>
            {t('list.start')}
          </Link>
        }
      >
        {t('list.emptySpace')}
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto flex w-full max-w-[860px] flex-col gap-8 px-4 py-6 md:px-5">
      <MeetingSections
        running={running}
        past={past}
        withinSpace
        hasMore={meetings.hasNextPage}
        isLoadingMore={meetings.isFetchingNextPage}
        onMore={() => void meetings.fetchNextPage()}
      />
    </div>
  );
}
