import { joinUpdates } from '../protocol/joinUpdates';
import type { HistoryPiece, Span } from './HistoryPiece';

interface Tier {
  readonly from: Span;
  readonly to: Span;
  /** Stretches of the clock, so long; a piece never reaches from one into the next. Milliseconds. */
  readonly stretchMs: number;
  /** A stretch is thinned when its end is so old. Milliseconds. */
  readonly afterMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No row is thinned that is younger. Milliseconds. */
export const ROWS_KEPT_MS = DAY;

/**
 * For a day every commit is kept: what a faulty compaction did can be undone from them. For a week one can go back to
 * ten minutes, as one does after a mistake; for a quarter to the hour, the distance of a dispute; after that to the day.
 */
export const TIERS: readonly Tier[] = [
  { from: 'row', to: 'sitting', stretchMs: 10 * MINUTE, afterMs: ROWS_KEPT_MS },
  { from: 'sitting', to: 'hour', stretchMs: HOUR, afterMs: 7 * DAY },
  { from: 'hour', to: 'day', stretchMs: DAY, afterMs: 90 * DAY },
];

/**
 * Against many who type at once, whose commits hold ever different sets of them: a stretch with more sets of authors
 * becomes one piece of them all. With this a document grows by 8 pieces a day at most, however it is written.
 */
const MOST_SETS = 8;

/**
 * The pieces of a document after thinning; one that stays is the same object. What all pieces say together is
 * unchanged. Doing it twice, or late, changes nothing more.
 * @param pieces in the order of their first rows
 */
export function thinPieces(pieces: readonly HistoryPiece[], now: Date): HistoryPiece[] {
  return TIERS.reduce<readonly HistoryPiece[]>((before, tier) => thinTier(before, tier, now), pieces).slice();
}

function thinTier(pieces: readonly HistoryPiece[], tier: Tier, now: Date): HistoryPiece[] {
  const kept: HistoryPiece[] = [];
  const stretches = new Map<number, HistoryPiece[]>();
  // A row may carry an earlier time than the row before it, which it builds on: it belongs to the later stretch.
  let moment = 0;
  for (const piece of pieces) {
    if (piece.span !== tier.from) {
      kept.push(piece);
      continue;
    }
    moment = Math.max(moment, piece.endedAt.getTime());
    const stretch = Math.floor(moment / tier.stretchMs);
    if ((stretch + 1) * tier.stretchMs > now.getTime() - tier.afterMs) kept.push(piece);
    else if (stretches.has(stretch)) stretches.get(stretch)?.push(piece);
    else stretches.set(stretch, [piece]);
  }
  for (const stretch of stretches.values()) kept.push(...bySets(stretch).map((set) => joined(set, tier.to)));
  return kept.sort((a, b) => (a.fromSeq < b.fromSeq ? -1 : 1));
}

function bySets(pieces: readonly HistoryPiece[]): HistoryPiece[][] {
  const sets = new Map<string, HistoryPiece[]>();
  for (const piece of pieces) {
    const key = piece.authorIds.join();
    const known = sets.get(key);
    if (known) known.push(piece);
    else sets.set(key, [piece]);
  }
  return sets.size > MOST_SETS ? [[...pieces]] : [...sets.values()];
}

function joined(pieces: readonly HistoryPiece[], span: Span): HistoryPiece {
  const [first] = pieces as [HistoryPiece];
  let { throughSeq, beganAt, endedAt } = first;
  const authors = new Set<string>();
  for (const piece of pieces) {
    if (piece.throughSeq > throughSeq) throughSeq = piece.throughSeq;
    if (piece.beganAt < beganAt) beganAt = piece.beganAt;
    if (piece.endedAt > endedAt) endedAt = piece.endedAt;
    for (const author of piece.authorIds) authors.add(author);
  }
  return {
    span,
    fromSeq: first.fromSeq,
    throughSeq,
    update: joinUpdates(pieces.map((piece) => piece.update)),
    authorIds: [...authors].sort(),
    beganAt,
    endedAt,
  };
}
