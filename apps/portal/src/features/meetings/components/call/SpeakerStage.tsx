'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { MonitorUp, ScreenShareOff } from '@hemicycle/ui/icons';
import { VideoPicture } from '../VideoPicture';
import { useCall } from './callContext';
import { Tile } from './Tile';

/** Who speaks, large. */
export function SpeakerStage({ participant }: { readonly participant: CallParticipant }) {
  return (
    <ul className="min-h-0 min-w-0 flex-1 p-[3px]">
      <Tile participant={participant} />
    </ul>
  );
}

/** A shared screen, whole and unmirrored; one's own is named instead of shown in itself. */
export function ScreenStage({ participant }: { readonly participant: CallParticipant }) {
  const t = useTranslations('meeting');
  const { call } = useCall();
  return (
    <figure className="relative m-[3px] min-h-0 min-w-0 flex-1 overflow-hidden rounded-l bg-black">
      {participant.isLocal ? (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-4 px-6 text-center">
          <MonitorUp aria-hidden="true" className="!size-10 text-ink-3" />
          <p className="text-lg font-semibold text-ink">{t('stage.youShare')}</p>
          <Button icon={<ScreenShareOff />} onPress={() => void call.media.turn('screen', false)}>
            {t('controls.shareStop')}
          </Button>
        </div>
      ) : (
        participant.screen && <VideoPicture track={participant.screen} whole />
      )}
      <figcaption className="absolute bottom-2.5 left-2.5 flex items-center gap-1.5 rounded-s bg-black/75 px-2 py-1 text-sm font-semibold text-white [&_svg.lucide]:size-3.5">
        <MonitorUp aria-hidden="true" />
        {participant.isLocal ? t('stage.yourScreen') : t('stage.screenOf', { name: participant.name })}
      </figcaption>
    </figure>
  );
}
