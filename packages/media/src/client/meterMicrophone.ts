/** Decibels below full scale that still light the first segment: a quiet room stays dark. */
const FLOOR = -58;
const CEILING = -14;
/** Fifteen readings a second are smooth to the eye and cost nothing. Milliseconds. */
const INTERVAL = 66;

/** How many of `segments` a root-mean-square amplitude (0 to 1) lights. */
export function segmentsOf(amplitude: number, segments: number): number {
  if (amplitude <= 0) return 0;
  const decibels = 20 * Math.log10(amplitude);
  const share = (decibels - FLOOR) / (CEILING - FLOOR);
  return Math.round(Math.max(0, Math.min(1, share)) * segments);
}

/**
 * Reads the loudness of a microphone track until stopped; `onAmplitude` gets 0 to 1. Nothing is played or recorded.
 * The sound graph may sleep until the first click or key: it is woken by it.
 */
export function meterMicrophone(
  track: MediaStreamTrack,
  onAmplitude: (amplitude: number) => void,
): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const wake = () => void context.resume().catch(() => {});
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    onAmplitude(Math.sqrt(sum / samples.length));
  }, INTERVAL);
  window.addEventListener('pointerdown', wake);
  window.addEventListener('keydown', wake);
  wake();
  return () => {
    clearInterval(timer);
    window.removeEventListener('pointerdown', wake);
    window.removeEventListener('keydown', wake);
    void context.close().catch(() => {});
  };
}
