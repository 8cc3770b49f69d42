/** Two soft rising tones. Hertz, seconds. */
const TONES = [
  { frequency: 523.25, at: 0 },
  { frequency: 783.99, at: 0.22 },
];
const LENGTH = 0.9;

/** Plays a generated sound on one speaker (undefined: the usual one) and resolves when it is over. */
export async function playTestSound(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const element = new Audio();
  try {
    element.srcObject = output.stream;
    if (speakerId && 'setSinkId' in element) await element.setSinkId(speakerId).catch(() => {});
    await context.resume();
    await element.play();
    for (const { frequency, at } of TONES) tone(context, output, frequency, at);
    await new Promise((resolve) => setTimeout(resolve, LENGTH * 1000));
  } finally {
    element.pause();
    element.srcObject = null;
    await context.close().catch(() => {});
  }
}

function tone(context: AudioContext, output: AudioNode, frequency: number, at: number): void {
  const start = context.currentTime + at;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.linearRampToValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.25, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH - at - 0.1);
  oscillator.connect(gain).connect(output);
  oscillator.start(start);
  oscillator.stop(start + LENGTH - at);
}
