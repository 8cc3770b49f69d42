import { EMPTY_UPDATE, frames, MalformedError, readStateVector } from '@hemicycle/collab/protocol';
import { CLOSE, type CloseCode, type DocumentNotice } from '@hemicycle/contracts';
import { RoomPresence } from '../presence/RoomPresence';
import { type ScannedUpdate, scanUpdate } from '../protocol/scanUpdate';
import { webSocketFrame } from '../protocol/webSocketFrame';
import type { CommitRow, LoadedDocument, StoredUpdate } from '../store/documentStore';
import type { CommitSource, Refusal } from '../store/GroupCommit';
import { BroadcastQueue } from './BroadcastQueue';
import type { DocumentConnection } from './DocumentConnection';
import { KnownContent } from './KnownContent';
import { PendingEdits } from './PendingEdits';
import type { Services } from './services';
import { Tail } from './Tail';

/** What a room tells its keeper. */
export interface RoomEvents {
  /** Nobody is in it and nothing waits to be stored: it may be forgotten. */
  onIdle(room: Room): void;
  /** Edits were stored. */
  onStored(room: Room): void;
}

const EMPTY_STEP2 = webSocketFrame(frames.syncStep2(EMPTY_UPDATE));
const REFUSED: Record<Refusal, CloseCode> = {
  gone: CLOSE.notFound,
  epoch: CLOSE.staleEpoch,
  refused: CLOSE.resync,
};

/**
 * One document that somebody has open: bytes of its compacted base, the updates after it, and the connections. There
 * is no Y.Doc; an inbound edit is scanned once, passed on at once, and stored with the next group commit.
 */
export class Room implements CommitSource {
  readonly documentId: string;
  readonly epoch: number;
  readonly connections = new Set<DocumentConnection>();
  readonly presence: RoomPresence<DocumentConnection>;
  readonly tail = new Tail();
  readonly pending: PendingEdits;
  /** Rows up to here were read (own rows above it are in `ownRows`). */
  readThrough: bigint;
  /** Own rows above `readThrough`, so that reading them again adds nothing. */
  readonly ownRows = new Set<bigint>();
  #base: Uint8Array;
  #baseFrame: Buffer | null = null;
  readonly #known: KnownContent;
  readonly #services: Services;
  readonly #events: RoomEvents;
  readonly #broadcasts: BroadcastQueue;
  #warned = false;

  constructor(documentId: string, loaded: LoadedDocument, services: Services, events: RoomEvents) {
    this.documentId = documentId;
    this.epoch = loaded.epoch;
    this.#services = services;
    this.#events = events;
    this.pending = new PendingEdits(services.budget);
    this.#broadcasts = new BroadcastQueue(this.connections, services.ticks);
    this.presence = new RoomPresence(services.limits, (frame) => this.#broadcasts.add(frame, null));
    this.#base = loaded.snapshot?.state ?? new Uint8Array(0);
    this.readThrough = loaded.snapshot?.throughSeq ?? 0n;
    const vector = loaded.snapshot ? readStateVector(loaded.snapshot.stateVector) : new Map<number, number>();
    this.#known = new KnownContent(vector, () => this.#updates());
    for (const row of loaded.tail) this.#absorbRow(row);
    this.readThrough = loaded.tail.at(-1)?.seq ?? this.readThrough;
  }

  get bytes(): number {
    return this.#base.length + this.tail.bytes;
  }

  get baseBytes(): number {
    return this.#base.length;
  }

  *#updates(): Iterable<Uint8Array> {
    if (this.#base.length > 0) yield this.#base;
    yield* this.tail.updates();
  }

  #absorb(update: Uint8Array, scanned: ScannedUpdate, seq: bigint | null): (seq: bigint) => void {
    this.#known.add(update, scanned);
    return this.tail.push(update, seq);
  }

  join(connection: DocumentConnection): void {
    this.connections.add(connection);
    const { writes, writer, id } = connection;
    writer.send(
      this.#notice({
        kind: 'hello',
        role: writes ? 'editor' : 'reader',
        epoch: this.epoch,
        connectionId: id,
      }),
    );
    // Asked before anything is sent: who has nothing yet answers with nothing, instead of the whole delete set.
    if (writes) writer.send(webSocketFrame(frames.syncStep1(this.#known.stateVector)));
    const presence = this.presence.wholeFrame();
    if (presence) writer.send(presence);
    if (this.#services.commits.failing) this.storeFailingFor(connection);
  }

  leave(connection: DocumentConnection): void {
    if (!this.connections.delete(connection)) return;
    this.presence.leave(connection);
    this.#checkIdle();
  }

  /** Everything there is, as frames built once and shared, and then the empty step 2 that says it was everything. */
  sendState(connection: DocumentConnection): void {
    const parts: Buffer[] = [];
    if (this.#base.length > 0) {
      this.#baseFrame ??= webSocketFrame(frames.update(this.#base));
      parts.push(this.#baseFrame);
    }
    parts.push(...this.tail.joinFrames(), EMPTY_STEP2);
    connection.writer.sendJoin(parts);
  }

  /**
   * An edit of a connection that may write: passed on at once, stored with the next commit, then acknowledged.
   * @throws MalformedError
   */
  receiveEdit(connection: DocumentConnection, received: Uint8Array, kind: 'step2' | 'update'): void {
    const scanned = scanUpdate(received);
    connection.received++;
    if (kind === 'step2' && this.#known.covers(received, scanned)) {
      this.pending.addKnown(connection);
      return;
    }
    const { limits, budget, commits } = this.#services;
    if (this.pending.bytes > limits.roomPendingBytes || budget.exhausted) {
      // Not taken, so not acknowledged: the writer keeps it and offers it again when it comes back.
      connection.close(CLOSE.resync, 'store behind');
      return;
    }
    if (this.bytes + received.length > limits.documentBytes) {
      connection.close(CLOSE.tooLarge, 'document full');
      return;
    }
    // The frame's buffer belongs to the socket's reader; what is kept must not hold on to it.
    const update = Uint8Array.prototype.slice.call(received);
    const stored = this.#absorb(update, scanned, null);
    this.#broadcasts.add(webSocketFrame(frames.update(update)), connection);
    this.pending.add(connection, update, stored);
    commits.wake(this);
    this.#warnOfSize();
  }

  /** Rows another node stored: passed on to everybody here. */
  receiveRows(rows: readonly StoredUpdate[]): void {
    for (const row of rows) {
      if (row.seq <= this.readThrough) continue;
      this.readThrough = row.seq;
      if (this.ownRows.delete(row.seq) || !this.#absorbRow(row)) continue;
      this.#broadcasts.add(webSocketFrame(frames.update(row.update)), null);
    }
  }

  /** A row no Yjs client could decode is left out: better a document without it than one that does not open. */
  #absorbRow({ seq, update }: StoredUpdate): boolean {
    try {
      this.#absorb(update, scanUpdate(update), seq);
      return true;
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      this.#services.log.error({ documentId: this.documentId, seq: String(seq) }, 'stored row is malformed');
      return false;
    }
  }

  /** A newer base holds everything through `seq`. */
  rebase(seq: bigint, state: Uint8Array): void {
    this.#base = state;
    this.#baseFrame = null;
    this.tail.dropThrough(seq);
  }

  closeAll(code: CloseCode, reason = ''): void {
    for (const connection of [...this.connections]) connection.close(code, reason);
  }

  dispose(): void {
    this.presence.close();
  }

  takeRow(): CommitRow | null {
    return this.pending.take(this.documentId, this.epoch);
  }

  committed(seq: bigint): void {
    if (seq > this.readThrough) this.ownRows.add(seq);
    this.pending.committed(seq);
    if (!this.pending.empty) this.#services.commits.wake(this);
    this.#events.onStored(this);
    this.#checkIdle();
  }

  refused(why: Refusal): void {
    this.#services.log.warn({ documentId: this.documentId, why }, 'edits refused by the store');
    this.pending.dropped();
    this.closeAll(REFUSED[why], why);
    if (!this.pending.empty) this.#services.commits.wake(this);
    this.#checkIdle();
  }

  storeFailing(): void {
    this.#broadcasts.add(this.#notice({ kind: 'store', state: 'failing' }), null);
  }

  storeFailingFor(connection: DocumentConnection): void {
    connection.writer.send(this.#notice({ kind: 'store', state: 'failing' }));
  }

  storeHealed(): void {
    this.#broadcasts.add(this.#notice({ kind: 'store', state: 'healed' }), null);
  }

  #checkIdle(): void {
    if (this.connections.size === 0 && this.pending.empty) this.#events.onIdle(this);
  }

  #warnOfSize(): void {
    const { documentBytes: limit, documentWarning } = this.#services.limits;
    if (this.#warned || this.bytes < limit * documentWarning) return;
    this.#warned = true;
    this.#broadcasts.add(this.#notice({ kind: 'size', bytes: this.bytes, limit }), null);
  }

  #notice(notice: DocumentNotice): Buffer {
    return webSocketFrame(frames.notice(notice));
  }
}
