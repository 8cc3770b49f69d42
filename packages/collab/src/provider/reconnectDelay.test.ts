import { expect, it } from '@jest/globals';
import { reconnectDelay } from './reconnectDelay';

it('RT-48 the way back is spread by chance from the first attempt on, and never longer than 15 s', () => {
  for (const attempt of [0, 1, 5, 1_000]) {
    const waits = Array.from({ length: 400 }, () => reconnectDelay(attempt));
    const [least, most] = [Math.min(...waits), Math.max(...waits)];
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(15_000);
    // Half of the longest wait is chance.
    expect(most - least).toBeGreaterThan(most * 0.4);
  }
});
