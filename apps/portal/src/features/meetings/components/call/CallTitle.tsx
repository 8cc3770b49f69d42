'use client';

import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { LabelBadge } from '@/features/labels/LabelBadge';
import { useNow } from '../../hooks/useNow';
import { clockText } from '../../lib/clockText';
import { useCall } from './callContext';

/** What meeting this is, the time of day, and how long it runs. */
export function CallTitle() {
  const t = useTranslations('meeting');
  const format = useFormatter();
  const { room } = useCall();
  const now = useNow();
  const startedAt = room.call ? Date.parse(room.call.startedAt) : null;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5">
      <div className="flex min-w-0 items-center gap-2">
        <p className="truncate text-md font-semibold" title={room.name}>
          {room.name}
        </p>
        <LabelBadge compact label={room.label} />
      </div>
      <p className="h-[18px] truncate text-sm text-ink-2 tabular">
        {now !== null && (
          <>
            {format.dateTime(now, { timeStyle: 'short' })}
            {startedAt !== null && (
              <>
                {' · '}
                <span role="timer" aria-label={t('stage.elapsed')}>
                  {clockText(startedAt, now)}
                </span>
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}
