import { MalformedError, readStateVector } from '@hemicycle/collab/protocol';
import { FrameSlab } from '../protocol/FrameSlab';
import { joinUpdates } from '../protocol/joinUpdates';
import { type ScannedUpdate, scanUpdate } from '../protocol/scanUpdate';
import { UpdateFrame } from '../protocol/UpdateFrame';
import type { StoredUpdate } from '../store/documentStore';
import type { Base, LoadedDocument } from '../store/loadDocument';
import { KnownContent, type KnownUpdate } from './KnownContent';
import { Tail } from './Tail';

/** Told of a stored row that no Yjs client could decode. */
type OnMalformed = () => void;

/**
 * What a room has of its document, without a Y.Doc: bytes of the compacted base, the updates after it, and what the
 * two know together.
 */
export class RoomContent {
  readonly tail = new Tail();
  readonly known: KnownContent;
  #base: UpdateFrame | null = null;
  #baseDeletesAt: number | null = null;
  #slab = new FrameSlab();
  readonly #onMalformed: OnMalformed;

  constructor({ snapshot, tail }: LoadedDocument, onMalformed: OnMalformed) {
    this.#onMalformed = onMalformed;
    if (snapshot) this.#setBase(snapshot);
    const vector = snapshot ? readStateVector(snapshot.stateVector) : new Map<number, number>();
    this.known = new KnownContent(vector, () => this.#updates());
    if (tail) this.#addRows(tail);
  }

  get base(): Uint8Array | null {
    return this.#base?.update ?? null;
  }

  get bytes(): number {
    return (this.#base?.update.length ?? 0) + this.tail.bytes;
  }

  /** The frame of an edit, in memory that goes with the edits before and after it. */
  frameOf(received: Uint8Array): UpdateFrame {
    return new UpdateFrame(received, this.#slab);
  }

  /** Returns the function that tells the update's sequence number once it is stored. */
  add(content: UpdateFrame, scanned: ScannedUpdate): (seq: bigint) => void {
    this.known.add(content.update, scanned);
    return this.tail.pushEdit(content);
  }

  /** A stored row; null when it is malformed. Better a document without it than one that does not open. */
  addRow({ seq, update }: StoredUpdate): UpdateFrame | null {
    if (!this.#learn(update)) return null;
    const content = new UpdateFrame(update);
    this.tail.push(content, seq);
    return content;
  }

  /** A newer base holds everything through `seq`. */
  rebase(seq: bigint, base: Base): void {
    this.#setBase(base);
    this.tail.dropThrough(seq);
    this.#slab = new FrameSlab();
  }

  /** All there is, as frames built once and shared. */
  joinFrames(): readonly Buffer[] {
    return this.#base ? [this.#base.frame, ...this.tail.joinFrames()] : this.tail.joinFrames();
  }

  /** The rows a document was opened with, as one update: a long log is read once and shrinks to what it says. */
  #addRows({ throughSeq, updates }: NonNullable<LoadedDocument['tail']>): void {
    const sound = updates.filter((update) => this.#learn(update));
    if (sound.length === 0) return;
    this.tail.push(new UpdateFrame(joinUpdates(sound)), throughSeq, sound.length);
  }

  #learn(update: Uint8Array): boolean {
    try {
      this.known.add(update, scanUpdate(update));
      return true;
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      this.#onMalformed();
      return false;
    }
  }

  #setBase({ state, deletesAt }: Base): void {
    this.#base = new UpdateFrame(state);
    this.#baseDeletesAt = deletesAt;
  }

  *#updates(): Iterable<KnownUpdate> {
    if (this.#base) yield { update: this.#base.update, deletesAt: this.#baseDeletesAt };
    for (const update of this.tail.updates()) yield { update, deletesAt: null };
  }
}
