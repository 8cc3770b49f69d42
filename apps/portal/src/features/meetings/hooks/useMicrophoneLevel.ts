import { meterMicrophone, segmentsOf } from '@hemicycle/media/client';
import { useEffect, useState } from 'react';

/** Milliseconds of a dead line before it is worth a word: shorter pauses are people listening. */
const SILENT_AFTER = 4_000;

export interface MicrophoneLevel {
  /** How many of `segments` are lit. */
  readonly lit: number;
  /** The microphone gives nothing at all, not even the noise of a room. */
  readonly silent: boolean;
}

/** The loudness of a microphone track; dark while there is none. */
export function useMicrophoneLevel(track: MediaStreamTrack | null, segments: number): MicrophoneLevel {
  const [level, setLevel] = useState<MicrophoneLevel>({ lit: 0, silent: false });
  useEffect(() => {
    if (!track) return;
    let heardAt = Date.now();
    const stop = meterMicrophone(track, (amplitude) => {
      if (amplitude > 0) heardAt = Date.now();
      const next = { lit: segmentsOf(amplitude, segments), silent: Date.now() - heardAt > SILENT_AFTER };
      setLevel((now) => (now.lit === next.lit && now.silent === next.silent ? now : next));
    });
    return () => {
      stop();
      setLevel({ lit: 0, silent: false });
    };
  }, [track, segments]);
  return level;
}
