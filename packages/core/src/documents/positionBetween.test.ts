import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { positionBetween } from './positionBetween';

describe('positionBetween', () => {
  it('keeps any sequence of insertions in order, without two alike', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (picks) => {
        const order: string[] = [];
        for (const pick of picks) {
          const index = pick % (order.length + 1);
          order.splice(index, 0, positionBetween(order[index - 1] ?? null, order[index] ?? null));
        }
        expect([...order].sort()).toEqual(order);
        expect(new Set(order).size).toBe(order.length);
      }),
    );
  });

  it('stays short when appending and prepending, and grows slowly in one gap', () => {
    let last = positionBetween(null, null);
    let first = last;
    for (let count = 0; count < 1_000; count += 1) {
      last = positionBetween(last, null);
      first = positionBetween(null, first);
    }
    expect(last.length).toBeLessThanOrEqual(4);
    expect(first.length).toBeLessThanOrEqual(4);
    let [low, high] = ['a0', 'a1'];
    for (let count = 0; count < 100; count += 1) {
      const middle = positionBetween(low, high);
      if (count % 2 === 0) low = middle;
      else high = middle;
    }
    expect(low.length).toBeLessThan(60);
  });

  it('refuses an empty gap and what is no position', () => {
    expect(() => positionBetween('a1', 'a1')).toThrow(RangeError);
    expect(() => positionBetween('a2', 'a1')).toThrow(RangeError);
    expect(() => positionBetween('!', null)).toThrow(RangeError);
  });
});
