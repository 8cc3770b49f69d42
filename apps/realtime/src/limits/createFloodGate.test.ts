import { describe, expect, it } from '@jest/globals';
import { createFloodGate } from './createFloodGate';
import { REALTIME_LIMITS } from './limits';

const limits = {
  ...REALTIME_LIMITS,
  framesPerSecond: 10,
  frameBurst: 20,
  bytesPerSecond: 1_000,
  byteBurst: 5_000,
  floodMs: 2_000,
};

describe('RT-62 the rate of a connection', () => {
  it('lets a burst through, then reads more slowly, and recovers', () => {
    const weigh = createFloodGate(limits, 0);
    for (let i = 0; i < 20; i++) expect(weigh(1, 0)).toEqual({ kind: 'pass' });
    expect(weigh(1, 0)).toEqual({ kind: 'pause', ms: 100 });
    expect(weigh(1, 3_000)).toEqual({ kind: 'pass' });
  });

  it('weighs bytes as well as frames', () => {
    const weigh = createFloodGate(limits, 0);
    expect(weigh(5_000, 0)).toEqual({ kind: 'pass' });
    expect(weigh(500, 0)).toEqual({ kind: 'pause', ms: 500 });
  });

  it('gives up on who stays above for long, however the pauses went', () => {
    const weigh = createFloodGate(limits, 0);
    let now = 0;
    let answer = weigh(1, now);
    for (let i = 0; i < 1_000 && answer.kind !== 'close'; i++) {
      if (answer.kind === 'pause') now += 50;
      answer = weigh(1, now);
    }
    expect(answer).toEqual({ kind: 'close' });
    expect(now).toBeGreaterThan(limits.floodMs);
  });
});
