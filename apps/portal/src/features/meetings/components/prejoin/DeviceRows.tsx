'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import {
  type Device,
  type LocalMedia,
  type LocalMediaSnapshot,
  playTestSound,
} from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { Select } from '@hemicycle/ui/Select';
import { type ReactNode, useState } from 'react';
import { saveDevicePreferences } from '@/lib/devicePreferences';
import { useStore } from '../../hooks/useStore';

/** Microphone, speaker and camera, each by the name its maker gave it. The choice is kept on this device. */
export function DeviceRows({ media }: { readonly media: LocalMedia }) {
  const t = useTranslations('meeting');
  const state = useStore(media);
  const [playing, setPlaying] = useState(false);
  const { devices, chosen } = state;
  const test = async () => {
    setPlaying(true);
    await playTestSound(chosen.speakerId).catch(() => {});
    setPlaying(false);
  };
  return (
    <div className="mt-4 divide-y divide-line rounded-m border border-line bg-surface">
      <DeviceRow
        label={t('devices.microphone')}
        devices={devices.microphones}
        chosen={activeId(state, 'microphone')}
        onChoose={(id) => {
          saveDevicePreferences({ audioinput: id });
          void media.choose('microphone', id);
        }}
      />
      <DeviceRow
        label={t('devices.speaker')}
        devices={state.speakerChoosable ? devices.speakers : []}
        chosen={chosen.speakerId}
        fallback={t('devices.usual')}
        onChoose={(id) => {
          saveDevicePreferences({ audiooutput: id });
          void media.choose('speaker', id);
        }}
        action={
          <Button
            variant="quiet"
            size="s"
            className="text-primary-ink"
            isPending={playing}
            onPress={() => void test()}
          >
            {playing ? t('devices.testing') : t('devices.test')}
          </Button>
        }
      />
      <DeviceRow
        label={t('devices.camera')}
        devices={devices.cameras}
        chosen={activeId(state, 'camera')}
        onChoose={(id) => {
          saveDevicePreferences({ videoinput: id });
          void media.choose('camera', id);
        }}
      />
    </div>
  );
}

/** The device in use, which may not be the one wished for. */
function activeId(state: LocalMediaSnapshot, kind: 'microphone' | 'camera'): string | undefined {
  const track = kind === 'microphone' ? state.microphoneTrack : state.cameraTrack;
  return track?.mediaStreamTrack.getSettings().deviceId ?? state.chosen[`${kind}Id`];
}

interface DeviceRowProps {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Words when the browser lets nobody choose. */
  readonly fallback?: string;
  readonly action?: ReactNode;
}

function DeviceRow({ label, devices, chosen, onChoose, fallback, action }: DeviceRowProps) {
  const t = useTranslations('meeting');
  const known = devices.find((device) => device.id === chosen) ?? devices[0];
  return (
    <div className="flex min-h-[44px] items-center gap-2 py-0.5 pr-2 pl-4">
      <span className="shrink-0 text-ink-3">{label}</span>
      <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
        {known ? (
          <Select
            label={label}
            hideLabel
            quiet
            options={devices.map((device) => ({ value: device.id, label: device.label }))}
            value={known.id}
            onChange={onChoose}
            className="min-w-0"
          />
        ) : (
          <span className="truncate px-2 font-medium text-ink-2">{fallback ?? t('devices.none')}</span>
        )}
        {action}
      </div>
    </div>
  );
}
