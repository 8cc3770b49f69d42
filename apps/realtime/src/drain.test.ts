import { CLOSE } from '@hemicycle/contracts';
import { logger } from '@hemicycle/observability';
import { describe, expect, it } from '@jest/globals';
import { drain } from './drain';

describe('RT-48 a closing process', () => {
  it('stores first, then sends its sockets away a few at a time and in no order, then stores the rest', async () => {
    const happened: string[] = [];
    const open = new Set<number>();
    const turns: number[] = [];
    const order: number[] = [];
    let turn = 0;
    const ticking = setInterval(() => void turn++, 5);
    const sockets = Array.from({ length: 200 }, (_, id) => {
      open.add(id);
      return {
        close: (code: number) => {
          expect(code).toBe(CLOSE.goingAway);
          if (!open.delete(id)) return;
          if (happened.at(-1) !== 'close') happened.push('close');
          turns.push(turn);
          order.push(id);
        },
      };
    });
    await drain({
      commits: { drain: async () => happened.push('store') > 0 },
      sockets: () => sockets.filter((_, id) => open.has(id)),
      limits: { drainMs: 500, drainPerSecond: 100 },
      log: logger('realtime'),
    });
    clearInterval(ticking);
    expect(happened).toEqual(['store', 'close', 'store']);
    expect(order).toHaveLength(200);
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
    // However late timers come, no turn sees more than its share of the time that passed.
    expect(new Set(turns).size).toBeGreaterThan(3);
  });

  it('does not wait for spreading when there is nobody to spread', async () => {
    await drain({
      commits: { drain: async () => true },
      sockets: () => [],
      limits: { drainMs: 3_600_000, drainPerSecond: 0 },
      log: logger('realtime'),
    });
  });
});
