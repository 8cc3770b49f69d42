'use client';

import type { Room } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import type { CallEnd } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { DoorOpen, TriangleAlert, Video } from '@hemicycle/ui/icons';
import { Logo } from '@hemicycle/ui/Logo';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { useEffect, useRef } from 'react';

/** After these one may simply come back. */
const REJOIN: readonly CallEnd[] = ['left', 'removed', 'moved', 'lost', 'unavailable'];
const FAULTS: readonly CallEnd[] = ['lost', 'unavailable', 'forbidden', 'signedOut', 'removed'];

export interface EndedPageProps {
  readonly end: CallEnd;
  readonly room: Room;
  readonly onAgain: () => void;
}

/** Why the call is over, and what now. */
export function EndedPage({ end, room, onAgain }: EndedPageProps) {
  const t = useTranslations('meeting');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: without this a screen reader stands on nothing.
  useEffect(() => heading.current?.focus(), []);
  const home = end === 'forbidden' || end === 'signedOut';
  const Icon = FAULTS.includes(end) ? TriangleAlert : DoorOpen;
  return (
    <div className="flex min-h-full flex-col items-center justify-center gap-6 overflow-y-auto bg-bg px-6 py-12 text-center">
      <Logo className="w-9" />
      <span className="inline-flex size-11 items-center justify-center rounded-full bg-hover text-ink-2 [&_svg.lucide]:size-5">
        <Icon aria-hidden="true" />
      </span>
      <div className="flex max-w-[46ch] flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-title font-bold outline-none">
          {t(`ended.${end}.title`)}
        </h1>
        <p className="text-md text-ink-2">{t(`ended.${end}.text`, { room: room.name })}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {REJOIN.includes(end) && (
          <Button variant="primary" size="l" icon={<Video />} onPress={onAgain}>
            {end === 'left' ? t('ended.rejoin') : t('ended.tryAgain')}
          </Button>
        )}
        {end === 'signedOut' ? (
          <a
            href={`/sign-in?next=${encodeURIComponent(`/rooms/${room.id}`)}`}
            className={buttonClass({ variant: 'primary', size: 'l' })}
          >
            {t('ended.signIn')}
          </a>
        ) : (
          <Link href={home ? '/' : `/spaces/${room.spaceId}`} className={buttonClass({ size: 'l' })}>
            {home ? t('ended.home') : t('ended.space', { room: room.name })}
          </Link>
        )}
      </div>
    </div>
  );
}
