import type { RealtimeLimits } from './limits';
import { TokenBucket } from './TokenBucket';

/** What to do after a frame: go on, read no more for some milliseconds, or give up on this connection. */
export type FloodAnswer = { kind: 'pass' } | { kind: 'pause'; ms: number } | { kind: 'close' };

const PASS: FloodAnswer = { kind: 'pass' };

/**
 * The rate of one connection. Above it the socket is read more slowly, which loses nothing and holds back only the
 * sender; an honest burst (offline edits, a paste) passes. Who stays above for long is closed.
 */
export function createFloodGate(
  limits: RealtimeLimits,
  now: number,
): (bytes: number, now: number) => FloodAnswer {
  const frames = new TokenBucket(limits.framesPerSecond, limits.frameBurst, now);
  const bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now);
  let above: number | null = null;
  return (size, at) => {
    const debt = Math.max(frames.take(1, at), bytes.take(size, at));
    if (debt === 0) {
      above = null;
      return PASS;
    }
    above ??= at;
    if (at - above > limits.floodMs) return { kind: 'close' };
    return { kind: 'pause', ms: debt };
  };
}
