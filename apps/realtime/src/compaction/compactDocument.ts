import * as Y from 'yjs';
import { joinUpdates } from '../protocol/joinUpdates';
import { scanUpdate } from '../protocol/scanUpdate';
import { sameDocument } from './sameDocument';

export interface CompactInput {
  /** The base before, or null. */
  readonly state: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

export interface Compacted {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  /** Where the delete set begins in `state`. */
  readonly deletesAt: number;
  readonly doc: Y.Doc;
}

/**
 * Base and tail as one state. All updates are applied in one transaction, joined (one by one a long tail takes 20 times
 * as long, and leaves more behind); the result is loaded again and compared before anybody may rely on it.
 * @throws when an update cannot be applied, or the result does not hold what went in.
 */
export function compactDocument({ state, updates }: CompactInput): Compacted {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (state) Y.applyUpdate(doc, state);
    if (updates.length > 0) Y.applyUpdate(doc, joinUpdates(updates));
  });
  const compacted = Y.encodeStateAsUpdate(doc);
  const stateVector = Y.encodeStateVector(doc);
  verify(doc, compacted);
  return { state: compacted, stateVector, deletesAt: scanUpdate(compacted).deletesAt, doc };
}

function verify(doc: Y.Doc, state: Uint8Array): void {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  const same = sameDocument(doc, copy);
  copy.destroy();
  if (!same) throw new Error('the compacted state does not load as what it was made from');
}
