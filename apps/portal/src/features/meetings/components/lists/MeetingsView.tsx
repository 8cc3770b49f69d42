'use client';

import type { Meeting, Page } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { useMeetings } from '../../hooks/useMeetings';
import { MeetingSections } from './MeetingSections';

/** Meetings of all my spaces. */
export function MeetingsView({ initial }: { readonly initial: Page<Meeting> }) {
  const t = useTranslations('meeting');
  const { running, past, hasNextPage, isFetchingNextPage, fetchNextPage } = useMeetings(null, initial);
  return (
    <div className="mx-auto flex w-full max-w-[860px] flex-col gap-8 px-4 py-6 md:px-5 md:py-8">
      <h1 className="text-title font-bold">{t('list.title')}</h1>
      {running.length + past.length === 0 ? (
        <EmptyState
          icon={<Video />}
          action={
            <Link href="/spaces" className={buttonClass()}>
              {t('list.toSpaces')}
            </Link>
          }
        >
          {t('list.empty')}
        </EmptyState>
      ) : (
        <MeetingSections
          running={running}
          past={past}
          withinSpace={false}
          hasMore={hasNextPage}
          isLoadingMore={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </div>
  );
}
