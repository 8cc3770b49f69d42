'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { LocalMedia, LocalMediaSnapshot } from '@hemicycle/media/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Mic, MicOff, Video, VideoOff } from '@hemicycle/ui/icons';
import { useEffect, useState } from 'react';
import { useMe } from '@/features/shell';
import { useStore } from '../../hooks/useStore';
import { modifierWord } from '../../lib/shortcutWords';
import { VideoPicture } from '../VideoPicture';
import { DeviceHint } from './DeviceHint';
import { MicrophoneMeter } from './MicrophoneMeter';
import { PreviewToggle } from './PreviewToggle';

export interface PreviewProps {
  readonly media: LocalMedia;
  readonly onToggle: (source: 'microphone' | 'camera') => void;
}

/** One's own picture as others will see it (mirrored, as one knows it), with the two switches on it. */
export function Preview({ media, onToggle }: PreviewProps) {
  const t = useTranslations('meeting');
  const state = useStore(media);
  const me = useMe();
  const [modifier, setModifier] = useState('Ctrl');
  useEffect(() => setModifier(modifierWord()), []);
  const { camera, microphone, cameraTrack } = state;
  return (
    <section className="flex min-w-0 flex-col gap-4 lg:flex-1" aria-label={t('prejoin.preview')}>
      <div className="w-full rounded-l shadow-2">
        <div
          data-theme="dark"
          className="relative aspect-[1.69] w-full overflow-hidden rounded-l bg-tile text-ink"
        >
          {cameraTrack ? (
            <VideoPicture track={cameraTrack} mirrored />
          ) : (
            <div className="absolute inset-0 flex flex-col items-center justify-center gap-4 px-6 pb-16 text-center text-ink-2">
              <Avatar name={me.name} hue={me.hue} size="xl" />
              <span>{cameraWords(state, t)}</span>
            </div>
          )}
          <span className="absolute top-2.5 left-2.5 max-w-[calc(100%-20px)] truncate sm:top-auto sm:bottom-2.5 sm:max-w-[40%] rounded-s bg-black/75 px-2 py-1 text-sm font-semibold text-white">
            {me.name}
          </span>
          <div className="absolute inset-x-0 bottom-2.5 flex justify-center gap-2.5 sm:bottom-9">
            <PreviewToggle
              isOn={microphone.status !== 'off'}
              on={<Mic />}
              off={<MicOff />}
              label={t(microphone.status === 'off' ? 'controls.unmute' : 'controls.mute')}
              shortcut={`${modifier} D`}
              onPress={() => onToggle('microphone')}
            />
            <PreviewToggle
              isOn={camera.status !== 'off'}
              on={<Video />}
              off={<VideoOff />}
              label={t(camera.status === 'off' ? 'controls.cameraOn' : 'controls.cameraOff')}
              shortcut={`${modifier} E`}
              onPress={() => onToggle('camera')}
            />
          </div>
        </div>
      </div>
      <MicrophoneMeter state={state} />
      <DeviceHint state={state} onRetry={(source) => void media.turn(source, true)} />
    </section>
  );
}

function cameraWords(state: LocalMediaSnapshot, t: ReturnType<typeof useTranslations<'meeting'>>): string {
  if (state.camera.status === 'starting') return t('prejoin.cameraStarting');
  return state.camera.problem ? t('prejoin.cameraNone') : t('prejoin.cameraOff');
}
