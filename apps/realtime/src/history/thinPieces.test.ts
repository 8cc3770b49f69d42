import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { createRandom } from '../testing/createRandom';
import { randomUpdates } from '../testing/randomUpdates';
import type { HistoryPiece } from './HistoryPiece';
import { thinPieces } from './thinPieces';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 5, 15, 12);

/** Rows as several authors wrote them, over so many days before noon. */
function rowsOf(seed: number, days: number, authors: number): HistoryPiece[] {
  const random = createRandom(seed);
  const updates = randomUpdates(seed, 150);
  let at = NOON - days * DAY;
  return updates.map((update, index) => {
    at += random.chance(0.8) ? random.below(120_000) : random.below((days * DAY) / 60);
    const moment = new Date(Math.min(at, NOON));
    const author = `author-${random.below(authors)}`;
    const seq = BigInt(index + 1);
    return {
      span: 'row',
      fromSeq: seq,
      throughSeq: seq,
      update,
      authorIds: [author],
      beganAt: moment,
      endedAt: moment,
    };
  });
}

function shape(pieces: readonly HistoryPiece[]): unknown {
  const doc = new Y.Doc();
  // All at once: pieces fill each other's gaps, and fed one by one Yjs may hold back for good what is complete.
  Y.applyUpdate(doc, Y.mergeUpdates(pieces.map(({ update }) => update)));
  return [
    doc.getText('t').toDelta(),
    doc.getXmlFragment('content').toString(),
    Y.encodeSnapshot(Y.snapshot(doc)),
  ];
}

const cases = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  days: fc.constantFrom(1, 3, 20, 200),
  authors: fc.integer({ min: 1, max: 12 }),
});

describe('RT-15 history is kept, and thinned', () => {
  it('says the same after thinning, at whatever times it is done, and the same again when it is done twice', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 4 }),
        ({ seed, days, authors }, when) => {
          const rows = rowsOf(seed, days, authors);
          const last = [...when, 400].sort((a, b) => a - b);
          let pieces: HistoryPiece[] = rows;
          for (const day of last) pieces = thinPieces(pieces, new Date(NOON + day * DAY));
          expect(shape(pieces)).toEqual(shape(rows));
          const again = thinPieces(pieces, new Date(NOON + 400 * DAY));
          expect(again.every((piece, index) => piece === pieces[index])).toBe(true);
          expect(thinPieces(rows, new Date(NOON + 400 * DAY)).map(({ fromSeq }) => fromSeq)).toEqual(
            pieces.map(({ fromSeq }) => fromSeq),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps rows for a day, then who wrote in which ten minutes, hour and day, and no more than that', () => {
    fc.assert(
      fc.property(cases, ({ seed, days, authors }) => {
        const rows = rowsOf(seed, days, authors);
        const pieces = thinPieces(rows, new Date(NOON));
        for (const { span, beganAt, endedAt } of pieces) {
          const age = NOON - endedAt.getTime();
          if (span === 'row') expect(age).toBeLessThan(DAY + 10 * 60_000);
          if (span === 'sitting') expect(age).toBeLessThan(7 * DAY + HOUR);
          if (span === 'hour') expect(age).toBeLessThan(91 * DAY);
          const stretch = { row: 1, origin: 0, sitting: 600_000, hour: HOUR, day: DAY }[span];
          expect(Math.floor(beganAt.getTime() / stretch)).toBe(Math.floor(endedAt.getTime() / stretch));
          if (age < DAY) expect(span).toBe('row');
        }
        const perDay = new Map<number, number>();
        for (const { span, endedAt } of pieces) {
          const day = Math.floor(endedAt.getTime() / DAY);
          if (span === 'day') perDay.set(day, (perDay.get(day) ?? 0) + 1);
        }
        for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(8);
        for (const row of rows) {
          const of = pieces.filter(
            (piece) =>
              piece.fromSeq <= row.fromSeq &&
              piece.throughSeq >= row.fromSeq &&
              row.authorIds.every((author) => piece.authorIds.includes(author)),
          );
          expect(of.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
