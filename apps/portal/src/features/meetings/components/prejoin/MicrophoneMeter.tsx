'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { LocalMediaSnapshot } from '@hemicycle/media/client';
import { cx } from '@hemicycle/ui/lib/cx';
import { useMicrophoneLevel } from '../../hooks/useMicrophoneLevel';

const SEGMENTS = 13;
const places = Array.from({ length: SEGMENTS }, (_, index) => index);

/** Thirteen lights that follow the voice; a word when the line is dead. */
export function MicrophoneMeter({ state }: { readonly state: LocalMediaSnapshot }) {
  const t = useTranslations('meeting');
  const track = state.microphone.status === 'on' ? (state.microphoneTrack?.mediaStreamTrack ?? null) : null;
  const { lit, silent } = useMicrophoneLevel(track, SEGMENTS);
  return (
    <div className="flex flex-col items-center gap-2">
      <meter className="sr-only" aria-label={t('prejoin.meter')} min={0} max={SEGMENTS} value={lit} />
      <div aria-hidden="true" className="flex w-full justify-center gap-[5px]">
        {places.map((place) => (
          <span
            key={place}
            className={cx(
              'h-1.5 max-w-[18px] flex-1 rounded-full',
              place < lit ? 'bg-ok' : 'bg-line forced-line',
            )}
          />
        ))}
      </div>
      {silent && track && <p className="text-sm text-amber">{t('prejoin.silent')}</p>}
    </div>
  );
}
