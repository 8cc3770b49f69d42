'use client';

import { useCallback, useEffect, useState } from 'react';
import { type DeviceKind, deviceKinds } from '@/lib/devicePreferences';

export interface Device {
  readonly id: string;
  /** Empty until the browser may tell. */
  readonly label: string;
}

export interface Devices {
  readonly byKind: Readonly<Record<DeviceKind, readonly Device[]>>;
  /** `unnamed`: the browser hides the names until access was allowed once. */
  readonly state: 'reading' | 'unsupported' | 'unnamed' | 'named' | 'denied';
  /** Asks for access, so that names are told; the camera and microphone are let go at once. */
  readonly allow: () => Promise<void>;
}

const none: Devices['byKind'] = { audioinput: [], videoinput: [], audiooutput: [] };

/** The cameras, microphones and speakers of this device, kept true while they come and go. */
export function useDevices(): Devices {
  const [byKind, setByKind] = useState(none);
  const [state, setState] = useState<Devices['state']>('reading');
  const read = useCallback(async () => {
    const all = await navigator.mediaDevices.enumerateDevices();
    const devices = all.filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications');
    const ofKind = (kind: DeviceKind) =>
      devices.filter((device) => device.kind === kind).map(({ deviceId: id, label }) => ({ id, label }));
    const [audioinput, videoinput, audiooutput] = deviceKinds.map(ofKind);
    setByKind({ audioinput: audioinput ?? [], videoinput: videoinput ?? [], audiooutput: audiooutput ?? [] });
    const named = all.length === 0 || all.some(({ label }) => label !== '');
    setState((before) => (named ? 'named' : before === 'denied' ? 'denied' : 'unnamed'));
  }, []);
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media?.enumerateDevices) return setState('unsupported');
    const onChange = () => void read();
    onChange();
    media.addEventListener('devicechange', onChange);
    return () => media.removeEventListener('devicechange', onChange);
  }, [read]);
  const allow = useCallback(async () => {
    // A machine with a microphone only must not be refused for lack of a camera: ask for each alone.
    const asked = await Promise.allSettled([
      navigator.mediaDevices.getUserMedia({ audio: true }),
      navigator.mediaDevices.getUserMedia({ video: true }),
    ]);
    for (const answer of asked) {
      if (answer.status === 'fulfilled') for (const track of answer.value.getTracks()) track.stop();
    }
    if (asked.every((answer) => answer.status === 'rejected')) setState('denied');
    await read();
  }, [read]);
  return { byKind, state, allow };
}
