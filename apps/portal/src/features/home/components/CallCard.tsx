'use client';

import type { CallSummary } from '@hemicycle/contracts';
import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';
import { Card } from '@hemicycle/ui/Card';
import { MessageSquare, Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { isInCall } from '@/features/spaces';
import { useNow } from '../hooks/useNow';
import type { SpaceInCall } from '../lib/isCalling';
import { whoIsInside } from '../lib/whoIsInside';

export interface CallCardProps {
  readonly space: SpaceInCall;
  readonly meId: string;
  /** Drawn larger, with the view's one primary button. */
  readonly isFirst: boolean;
}

/** A running call: since when, where, who is inside, and the way in. */
export function CallCard({ space, meId, isFirst }: CallCardProps) {
  const t = useTranslations('home.calls');
  const inside = isInCall(space.call, meId);
  const room = `/rooms/${space.roomId}`;
  return (
    <Card
      as="article"
      aria-label={space.name}
      className={
        isFirst
          ? 'flex flex-col gap-5 p-5 sm:flex-row sm:items-center sm:gap-6 sm:p-6'
          : 'flex flex-col gap-3 px-5 py-3.5 sm:flex-row sm:items-center sm:gap-6 sm:px-6'
      }
    >
      <Since call={space.call} isFirst={isFirst} />
      <div className="min-w-0 flex-1">
        <h3 className={isFirst ? 'text-lg font-semibold' : 'font-semibold'}>
          <Link
            href={`/spaces/${space.id}`}
            className="rounded-s text-ink no-underline hover:text-primary-ink"
          >
            {space.name}
          </Link>
        </h3>
        {isFirst && space.purpose !== '' && (
          <p className="line-clamp-2 text-base text-ink-3">{space.purpose}</p>
        )}
        <div className={isFirst ? 'mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5' : 'mt-0.5'}>
          {isFirst && <InsideStack call={space.call} />}
          <p className="text-sm text-ink-3">
            <InsideWords call={space.call} meId={meId} />
            <span aria-hidden="true"> · </span>
            {t('members', { count: space.memberCount })}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {isFirst && (
          <Link
            href={`/spaces/${space.id}`}
            aria-label={t('conversationLabel', { space: space.name })}
            className={buttonClass({ className: 'max-sm:flex-1' })}
          >
            <MessageSquare />
            {t('conversation')}
          </Link>
        )}
        <Link
          href={room}
          aria-label={
            inside ? t('returnLabel', { space: space.name }) : t('joinLabel', { space: space.name })
          }
          className={buttonClass({ variant: isFirst ? 'primary' : 'secondary', className: 'max-sm:flex-1' })}
        >
          <Video />
          {inside ? t('return') : t('join')}
        </Link>
      </div>
    </Card>
  );
}

/** The clock time it began at, and for how long it has been going. */
function Since({ call, isFirst }: { readonly call: CallSummary; readonly isFirst: boolean }) {
  const t = useTranslations('home.calls');
  const format = useFormatter();
  const started = new Date(call.startedAt);
  const minutes = Math.max(0, Math.floor((useNow(20_000).getTime() - started.getTime()) / 60_000));
  const clock = format.dateTime(started, { hour: '2-digit', minute: '2-digit' });
  const shownMinutes = t('minutes', { count: minutes % 60 });
  const elapsed =
    minutes < 1
      ? t('now')
      : minutes < 60
        ? shownMinutes
        : t('hours', { hours: Math.floor(minutes / 60), minutes: shownMinutes });
  return (
    <div
      className={
        isFirst
          ? 'flex items-baseline gap-2.5 sm:min-h-[76px] sm:min-w-[104px] sm:flex-col sm:items-center sm:justify-center sm:gap-0.5 sm:border-r sm:border-line sm:pr-6'
          : 'flex items-baseline gap-2.5 sm:min-w-[80px] sm:flex-col sm:gap-0'
      }
    >
      <span className="sr-only" suppressHydrationWarning>
        {t('since', { time: clock })}
      </span>
      <time
        dateTime={call.startedAt}
        aria-hidden="true"
        className={isFirst ? 'text-xl font-semibold' : 'text-md font-semibold'}
        suppressHydrationWarning
      >
        {clock}
      </time>
      <span className="text-sm font-semibold whitespace-nowrap text-ok tabular" suppressHydrationWarning>
        {elapsed}
      </span>
    </div>
  );
}

function InsideStack({ call }: { readonly call: CallSummary }) {
  if (call.participants.length === 0) return null;
  return (
    <AvatarStack
      people={call.participants}
      max={5}
      apart
      label={call.participants.map((person) => person.name).join(', ')}
    />
  );
}

function InsideWords({ call, meId }: { readonly call: CallSummary; readonly meId: string }) {
  const t = useTranslations('home.calls.names');
  const inside = whoIsInside(call, meId);
  switch (inside.key) {
    case 'nobody':
      return t('nobody');
    case 'you':
      return t('you');
    case 'one':
      return t('one', inside.values);
    case 'youAndOne':
      return t('youAndOne', inside.values);
    case 'two':
      return t('two', inside.values);
    case 'more':
      return t('more', inside.values);
    case 'youAndMore':
      return t('youAndMore', inside.values);
  }
}
