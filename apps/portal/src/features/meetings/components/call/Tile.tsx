'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Hand, MicOff, SignalLow, WifiOff } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { memo } from 'react';
import { VideoPicture } from '../VideoPicture';

export interface TileProps {
  readonly participant: CallParticipant;
  /** Pixels; without them it fills its place. */
  readonly width?: number;
  readonly height?: number;
  readonly small?: boolean;
  /** Its size, where it stands in a strip. */
  readonly className?: string;
}

/** A person: picture or initials, the name on it, what one should know of them. Redrawn only when that changes. */
export const Tile = memo(function Tile({ participant, width, height, small = false, className }: TileProps) {
  const t = useTranslations('meeting');
  const common = useTranslations('common');
  const { name, isLocal, speaking, microphoneOn, camera, hand, guest, quality } = participant;
  return (
    <li
      data-speaking={speaking || undefined}
      data-participant={participant.identity}
      style={width && height ? { width, height } : undefined}
      className={cx(
        'relative overflow-hidden rounded-l bg-tile transition-shadow',
        !width && (className ?? 'size-full'),
        speaking && 'ring-3 ring-primary',
      )}
    >
      {camera ? (
        <VideoPicture track={camera} mirrored={isLocal} />
      ) : (
        <span className="absolute inset-0 flex items-center justify-center">
          <Avatar name={name} hue={participant.hue} size={small ? 'l' : 'xl'} />
        </span>
      )}
      <span
        className={cx(
          'absolute flex max-w-[calc(100%-16px)] items-center gap-1.5 rounded-s bg-black/75 font-semibold text-white [&_svg.lucide]:size-3.5',
          small ? 'bottom-1.5 left-1.5 px-1.5 py-0.5 text-xs' : 'bottom-2.5 left-2.5 px-2 py-1 text-sm',
        )}
      >
        {!microphoneOn && <MicOff role="img" aria-label={t('tile.muted')} aria-hidden={false} />}
        <span className="truncate">{isLocal ? common('you') : name}</span>
        {guest && (
          <span className="rounded-s bg-[#f0b35f] px-1 text-2xs font-bold text-[#1f1503]">
            {t('tile.guest')}
          </span>
        )}
        {quality === 'poor' && (
          <SignalLow className="text-[#f0b35f]" role="img" aria-label={t('tile.poor')} aria-hidden={false} />
        )}
        {quality === 'lost' && (
          <WifiOff className="text-[#f0b35f]" role="img" aria-label={t('tile.lost')} aria-hidden={false} />
        )}
      </span>
      {hand !== null && (
        <span
          className={cx(
            'absolute flex items-center gap-1.5 rounded-[8px] bg-[#f0b35f] font-bold text-[#1f1503] tabular',
            small ? 'top-1.5 right-1.5 px-1.5 py-0.5 text-xs' : 'top-2.5 right-2.5 px-2 py-1 text-sm',
          )}
        >
          <Hand aria-hidden="true" className="!size-4" />
          <span aria-hidden="true">{hand}</span>
          <span className="sr-only">{t('tile.hand', { place: hand })}</span>
        </span>
      )}
      {speaking && <span className="sr-only">{t('tile.speaking')}</span>}
    </li>
  );
});
