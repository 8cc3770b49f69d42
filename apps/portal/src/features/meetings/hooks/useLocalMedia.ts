import { LocalMedia } from '@hemicycle/media/client';
import { useEffect, useState } from 'react';
import { readDevicePreferences } from '@/lib/devicePreferences';

/**
 * This device's microphone and camera, started as the person last left them. `attempt` counts up for a new start.
 * Whoever takes them over (a call) disposes of them itself; doing it twice does no harm.
 */
export function useLocalMedia(attempt: number): LocalMedia | null {
  const [media, setMedia] = useState<LocalMedia | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt has media of its own
  useEffect(() => {
    const preferences = readDevicePreferences();
    const fresh = new LocalMedia({
      microphoneId: preferences.audioinput,
      cameraId: preferences.videoinput,
      speakerId: preferences.audiooutput,
    });
    setMedia(fresh);
    void startDevices(fresh, preferences.microphoneOn, preferences.cameraOn);
    return () => fresh.dispose();
  }, [attempt]);
  return media;
}

/** One after the other: browsers ask one question at a time, and answer both from one when they can. */
async function startDevices(media: LocalMedia, microphone: boolean, camera: boolean): Promise<void> {
  if (microphone) await media.turn('microphone', true);
  if (camera) await media.turn('camera', true);
}
