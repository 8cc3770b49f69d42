import { EMPTY_UPDATE, frames, readStateVector } from '@hemicycle/collab/protocol';
import { CLOSE, type CloseCode, type DocumentNotice } from '@hemicycle/contracts';
import { RoomPresence } from '../presence/RoomPresence';
import type { ScannedUpdate } from '../protocol/scanUpdate';
import { UpdateFrame } from '../protocol/UpdateFrame';
import { webSocketFrame } from '../protocol/webSocketFrame';
import type { CommitRow, StoredUpdate } from '../store/documentStore';
import type { CommitSource, Refusal } from '../store/GroupCommit';
import type { LoadedDocument } from '../store/loadDocument';
import { BroadcastQueue } from './BroadcastQueue';
import type { DocumentConnection } from './DocumentConnection';
import { PendingEdits } from './PendingEdits';
import { RoomContent } from './RoomContent';
import type { Services } from './services';

/** What a room tells its keeper. */
export interface RoomEvents {
  /** Nobody is in it and nothing waits to be stored: it may be forgotten. */
  onIdle(room: Room): void;
  /** It knows edits that will never be stored: whoever comes from now on must find another. */
  onSpoiled(room: Room): void;
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
 * One document that somebody has open: its content as bytes, and the connections. There is no Y.Doc; an inbound edit
 * is scanned once, passed on at once, and stored with the next group commit.
 */
export class Room implements CommitSource {
  readonly documentId: string;
  readonly epoch: number;
  readonly connections = new Set<DocumentConnection>();
  readonly presence: RoomPresence<DocumentConnection>;
  readonly content: RoomContent;
  readonly pending: PendingEdits;
  /** Rows up to here were read (own rows above it are in `ownRows`). */
  readThrough: bigint;
  /** Own rows above `readThrough`, so that reading them again adds nothing. */
  readonly ownRows = new Set<bigint>();
  readonly #services: Services;
  readonly #events: RoomEvents;
  readonly #broadcasts: BroadcastQueue;
  #warned = false;
  /** Those in it were told that the store fails. */
  #storeFails = false;

  constructor(documentId: string, loaded: LoadedDocument, services: Services, events: RoomEvents) {
    this.documentId = documentId;
    this.epoch = loaded.epoch;
    this.#services = services;
    this.#events = events;
    this.pending = new PendingEdits(services.budget);
    this.#broadcasts = new BroadcastQueue(this.connections, services.ticks, services.limits);
    this.presence = new RoomPresence(
      services.limits,
      (frame) => this.#broadcasts.add(frame, null),
      (entries) => services.peers.changed(documentId, entries),
    );
    this.content = new RoomContent(loaded, () =>
      services.log.error({ documentId }, 'stored row is malformed'),
    );
    this.readThrough = loaded.tail?.throughSeq ?? loaded.snapshot?.throughSeq ?? 0n;
  }

  join(connection: DocumentConnection): void {
    this.connections.add(connection);
    connection.shared = this.#broadcasts;
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
    if (writes) writer.send(webSocketFrame(frames.syncStep1(this.content.known.stateVector)));
    const presence = this.presence.wholeFrame();
    if (presence) writer.send(presence);
    if (this.#storeFails) writer.send(this.#notice({ kind: 'store', state: 'failing' }));
  }

  leave(connection: DocumentConnection): void {
    if (!this.connections.delete(connection)) return;
    this.presence.leave(connection);
    this.#checkIdle();
  }

  /**
   * Answers a step 1: all there is, and then the empty step 2 that says it was everything. Newcomers share the frames;
   * who returns with much of a large document is sent what it lacks, when that is found soon enough.
   * @throws MalformedError
   */
  sendState(connection: DocumentConnection, stateVector: Uint8Array): void {
    // What is stored or sent from here on reaches the connection as everybody else's edits do.
    const whole = this.content.joinFrames();
    const base = this.#holdsMuch(stateVector) ? this.content.base : null;
    if (base) void this.#sendDifference(connection, base, stateVector, whole);
    else connection.writer.sendJoin([...whole, EMPTY_STEP2]);
  }

  /** @param whole the frames of all there is, that of `base` first */
  async #sendDifference(
    connection: DocumentConnection,
    base: Uint8Array,
    stateVector: Uint8Array,
    whole: readonly Buffer[],
  ): Promise<void> {
    const diff = await this.#services.diffs.find(base, stateVector);
    const parts = diff ? [new UpdateFrame(diff).frame, ...whole.slice(1)] : whole;
    connection.writer.sendJoin([...parts, EMPTY_STEP2]);
  }

  #holdsMuch(stateVector: Uint8Array): boolean {
    const { diffBytes, diffShare } = this.#services.limits;
    if ((this.content.base?.length ?? 0) < diffBytes) return false;
    return this.content.known.shareOf(readStateVector(stateVector)) > diffShare;
  }

  /**
   * An edit of a connection that may write: passed on at once, stored with the next commit, then acknowledged.
   * @param scanned what was found in it: it is known to be sound
   */
  receiveEdit(
    connection: DocumentConnection,
    received: Uint8Array,
    scanned: ScannedUpdate,
    kind: 'step2' | 'update',
  ): void {
    connection.received++;
    if (kind === 'step2' && this.content.known.covers(received, scanned)) {
      this.pending.addKnown(connection);
      return;
    }
    const { limits, budget, commits } = this.#services;
    if (this.pending.bytes > limits.roomPendingBytes || budget.exhausted) {
      // Not taken, so not acknowledged: the writer keeps it and offers it again when it comes back.
      connection.close(CLOSE.resync, 'store behind');
      return;
    }
    if (this.content.bytes + received.length > limits.documentBytes) {
      connection.close(CLOSE.tooLarge, 'document full');
      return;
    }
    if (this.content.known.exceeds(limits.documentClients, scanned)) {
      connection.close(CLOSE.tooLarge, 'too many clients');
      return;
    }
    const content = this.content.frameOf(received);
    const stored = this.content.add(content, scanned);
    this.#broadcasts.add(content.frame, connection);
    this.pending.add(connection, content.update, stored);
    commits.wake(this);
    this.#warnOfSize();
  }

  /** Rows another node stored: passed on to everybody here. */
  receiveRows(rows: readonly StoredUpdate[]): void {
    for (const row of rows) {
      if (row.seq <= this.readThrough) continue;
      this.readThrough = row.seq;
      if (this.ownRows.delete(row.seq)) continue;
      const content = this.content.addRow(row);
      if (content) this.#broadcasts.add(content.frame, null);
    }
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
    this.#events.onSpoiled(this);
    this.pending.dropped();
    this.closeAll(REFUSED[why], why);
    if (!this.pending.empty) this.#services.commits.wake(this);
    this.#checkIdle();
  }

  storeFailing(): void {
    this.#storeFails = true;
    this.#broadcasts.add(this.#notice({ kind: 'store', state: 'failing' }), null);
  }

  storeHealed(): void {
    this.#storeFails = false;
    this.#broadcasts.add(this.#notice({ kind: 'store', state: 'healed' }), null);
  }

  #checkIdle(): void {
    if (this.connections.size === 0 && this.pending.empty) this.#events.onIdle(this);
  }

  #warnOfSize(): void {
    const { documentBytes: limit, documentWarning } = this.#services.limits;
    if (this.#warned || this.content.bytes < limit * documentWarning) return;
    this.#warned = true;
    this.#broadcasts.add(this.#notice({ kind: 'size', bytes: this.content.bytes, limit }), null);
  }

  #notice(notice: DocumentNotice): Buffer {
    return webSocketFrame(frames.notice(notice));
  }
}
