const toneHz = 440;
const toneSeconds = 0.9;

/** Plays a soft tone on a speaker (its id; undefined: the system's default) and resolves when it is over. */
export async function playTone(deviceId: string | undefined): Promise<void> {
  const audio = new AudioContext();
  try {
    // Chrome routes an AudioContext; elsewhere the tone comes from the default speaker.
    const routable = audio as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    if (deviceId) await routable.setSinkId?.(deviceId);
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = toneHz;
    volume.gain.setValueAtTime(0, audio.currentTime);
    volume.gain.linearRampToValueAtTime(0.2, audio.currentTime + 0.05);
    volume.gain.linearRampToValueAtTime(0, audio.currentTime + toneSeconds);
    tone.connect(volume).connect(audio.destination);
    await new Promise<void>((resolve) => {
      tone.onended = () => resolve();
      tone.start();
      tone.stop(audio.currentTime + toneSeconds);
    });
  } finally {
    await audio.close();
  }
}
