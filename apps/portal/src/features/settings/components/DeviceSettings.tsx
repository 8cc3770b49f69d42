'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Volume2 } from '@hemicycle/ui/icons';
import { Select } from '@hemicycle/ui/Select';
import { useEffect, useState } from 'react';
import {
  type DeviceKind,
  type DevicePreferences,
  readDevicePreferences,
  saveDevicePreferences,
} from '@/lib/devicePreferences';
import { type Device, useDevices } from '../hooks/useDevices';
import { playTone } from '../lib/playTone';
import { SettingsSection } from './SettingsSection';

/** Which camera, microphone and speaker meetings begin with, on this device. */
export function DeviceSettings() {
  const t = useTranslations('settings.devices');
  const devices = useDevices();
  const [chosen, setChosen] = useState<DevicePreferences | null>(null);
  const [playing, setPlaying] = useState(false);
  useEffect(() => setChosen(readDevicePreferences()), []);
  const choose = (kind: DeviceKind, id: string | undefined) => {
    saveDevicePreferences({ [kind]: id });
    setChosen(readDevicePreferences());
  };
  const test = async () => {
    setPlaying(true);
    await playTone(chosen?.audiooutput).catch(() => undefined);
    setPlaying(false);
  };
  if (devices.state === 'unsupported') {
    return (
      <SettingsSection title={t('title')} text={t('text')}>
        <p className="text-ink-2">{t('unsupported')}</p>
      </SettingsSection>
    );
  }
  const row = (kind: DeviceKind, label: string) => (
    <DeviceSelect
      label={label}
      devices={devices.byKind[kind]}
      value={chosen?.[kind]}
      isRead={devices.state !== 'reading'}
      onChange={(id) => choose(kind, id)}
    />
  );
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      {devices.state === 'unnamed' && (
        <div className="-m-1 overflow-hidden rounded-m">
          <Banner
            action={
              <Button size="s" onPress={() => void devices.allow()}>
                {t('allow')}
              </Button>
            }
          >
            {t('needPermission')}
          </Banner>
        </div>
      )}
      {devices.state === 'denied' && (
        <div className="-m-1 overflow-hidden rounded-m">
          <Banner tone="amber">{t('denied')}</Banner>
        </div>
      )}
      {row('audioinput', t('microphone'))}
      <div className="flex items-start gap-2 max-sm:flex-wrap">
        {row('audiooutput', t('speaker'))}
        <Button icon={<Volume2 />} className="sm:mt-6" isPending={playing} onPress={() => void test()}>
          {playing ? t('testing') : t('test')}
        </Button>
      </div>
      {row('videoinput', t('camera'))}
    </SettingsSection>
  );
}

interface DeviceSelectProps {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly value: string | undefined;
  /** False while the list is not there yet. */
  readonly isRead: boolean;
  readonly onChange: (id: string | undefined) => void;
}

const systemDefault = 'default';

function DeviceSelect({ label, devices, value, isRead, onChange }: DeviceSelectProps) {
  const t = useTranslations('settings.devices');
  const options = devices
    .filter(({ id }) => id !== '')
    .map(({ id, label: name }, index) => ({ value: id, label: name || t('unnamed', { number: index + 1 }) }));
  const known = value !== undefined && options.some((option) => option.value === value);
  return (
    <Select
      label={label}
      className="w-full min-w-0 max-w-[420px]"
      value={known ? value : systemDefault}
      onChange={(id) => onChange(id === systemDefault ? undefined : id)}
      {...(isRead && devices.length === 0 && { description: t('none') })}
      options={[{ value: systemDefault, label: t('systemDefault') }, ...options]}
    />
  );
}
