'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { cx } from '@hemicycle/ui/lib/cx';
import { Skeleton } from '@hemicycle/ui/Skeleton';

/** Widths of the lines of text, so that it looks like people talking. */
const MESSAGES = [['w-3/5'], ['w-4/5', 'w-2/5'], ['w-1/2'], ['w-2/3', 'w-1/3']];

/** The shape of a conversation while it loads. */
export function ConversationSkeleton({ compact }: { readonly compact: boolean }) {
  const t = useTranslations('conversation');
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden bg-surface">
      <p className="sr-only">{t('loading')}</p>
      <div
        className={cx(
          'mx-auto flex w-full flex-col gap-5 pb-6',
          compact ? 'px-4' : 'max-w-[900px] px-4 md:px-6',
        )}
      >
        {MESSAGES.map((lines) => (
          <div key={lines.join()} className="flex gap-3">
            <Skeleton className="size-9 !rounded-full" />
            <div className="flex min-w-0 flex-1 flex-col gap-2 pt-0.5">
              <Skeleton className="h-3.5 w-32" />
              {lines.map((width) => (
                <Skeleton key={width} className={cx('h-3.5', width)} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className={cx('mx-auto w-full pb-5', compact ? 'px-3' : 'max-w-[900px] px-4 md:px-6')}>
        <Skeleton className="h-[88px] w-full !rounded-l" />
      </div>
    </div>
  );
}
