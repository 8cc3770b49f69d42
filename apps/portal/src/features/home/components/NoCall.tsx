'use client';

import type { SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Card } from '@hemicycle/ui/Card';
import { Plus, Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { SpaceTile } from '@/features/spaces';

/** As many rooms as fit in a line: the ones active last. */
const offered = 3;

export interface NoCallProps {
  readonly spaces: readonly SpaceSummary[];
  readonly canCreateSpace: boolean;
}

/** The quiet state: nothing runs, and here is how something starts. */
export function NoCall({ spaces, canCreateSpace }: NoCallProps) {
  const t = useTranslations('home');
  const isNew = spaces.length === 0;
  return (
    <Card className="flex flex-col gap-4 p-5 sm:flex-row sm:gap-5 sm:p-6">
      <span className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-hover text-ink-3 max-sm:hidden">
        <Video />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="text-md font-semibold">{isNew ? t('spaces.empty') : t('calls.quiet')}</p>
        <p className="max-w-[72ch] text-ink-2">
          {isNew ? (canCreateSpace ? t('calls.noSpaceHint') : t('spaces.guestHint')) : t('calls.quietHint')}
        </p>
        {!isNew && (
          <ul className="mt-3 flex flex-wrap gap-2">
            {spaces.slice(0, offered).map((space) => (
              <li key={space.id} className="max-w-full">
                <Link
                  href={`/rooms/${space.roomId}`}
                  aria-label={t('calls.start', { space: space.name })}
                  className={buttonClass({ className: 'max-w-full pl-1.5 font-medium' })}
                >
                  <SpaceTile name={space.name} />
                  <span className="truncate">{space.name}</span>
                  <Video className="text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        )}
        {isNew && canCreateSpace && (
          <Link
            href="/spaces?new=1"
            className={buttonClass({ variant: 'primary', className: 'mt-3 self-start' })}
          >
            <Plus />
            {t('spaces.create')}
          </Link>
        )}
      </div>
    </Card>
  );
}
