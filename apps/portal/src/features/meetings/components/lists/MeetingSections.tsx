'use client';

import type { Meeting } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import type { ReactNode } from 'react';
import { MeetingRow } from './MeetingRow';

export interface MeetingSectionsProps {
  readonly running: readonly Meeting[];
  readonly past: readonly Meeting[];
  readonly withinSpace: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

/** What runs now, then what was. */
export function MeetingSections(props: MeetingSectionsProps) {
  const { running, past, withinSpace, hasMore, isLoadingMore, onMore } = props;
  const t = useTranslations('meeting');
  const rows = (meetings: readonly Meeting[]): ReactNode => (
    <ul className="divide-y divide-line rounded-l border border-line bg-surface">
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} withinSpace={withinSpace} />
      ))}
    </ul>
  );
  return (
    <>
      {(running.length > 0 || !withinSpace) && (
        <section className="flex flex-col gap-3">
          <h2 className="text-md font-semibold">{t('list.running')}</h2>
          {running.length > 0 ? rows(running) : <p className="text-ink-3">{t('list.none')}</p>}
        </section>
      )}
      {past.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-md font-semibold">{t('list.past')}</h2>
          {rows(past)}
          {hasMore && (
            <Button className="self-center" isPending={isLoadingMore} onPress={onMore}>
              {t('list.more')}
            </Button>
          )}
        </section>
      )}
    </>
  );
}
