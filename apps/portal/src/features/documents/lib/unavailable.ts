import { CLOSE } from '@hemicycle/contracts/closeCodes';

/** Why there is no document to show. */
export type Unavailable = 'missing' | 'lost' | 'signedOut' | 'tooLarge' | 'stale' | 'stopped';

const reasons: ReadonlyMap<number, Unavailable> = new Map([
  [CLOSE.signedOut, 'signedOut'],
  [CLOSE.forbidden, 'lost'],
  [CLOSE.notFound, 'lost'],
  [CLOSE.staleEpoch, 'stale'],
  [CLOSE.tooLarge, 'tooLarge'],
]);

/** Why the line to a document ended for good. */
export function unavailableOf(closeCode: number): Unavailable {
  return reasons.get(closeCode) ?? 'stopped';
}
