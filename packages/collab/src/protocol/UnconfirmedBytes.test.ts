import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnconfirmedBytes } from './UnconfirmedBytes';

const step = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), bytes: fc.uint8Array({ maxLength: 40 }) }),
  fc.record({ kind: fc.constant('read' as const), max: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('confirm' as const), by: fc.integer({ min: -5, max: 60 }) }),
);

describe('RT-81 a stream that is read until it is confirmed', () => {
  it('gives every byte once to who confirms what it read, whatever was lost in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const stream = new UnconfirmedBytes();
        let written: number[] = [];
        let confirmed = 0;
        for (const each of steps) {
          if (each.kind === 'append') {
            stream.append(each.bytes);
            written = [...written, ...each.bytes];
          } else if (each.kind === 'read') {
            const expected = written.slice(confirmed, confirmed + each.max);
            expect([...stream.read(each.max)]).toEqual(expected);
          } else {
            const offset = confirmed + each.by;
            const possible = each.by >= 0 && offset <= written.length;
            expect(stream.confirm(offset)).toBe(possible);
            if (possible) confirmed = offset;
          }
          expect(stream.start).toBe(confirmed);
          expect(stream.isEmpty).toBe(confirmed === written.length);
        }
      }),
    );
  });
});
