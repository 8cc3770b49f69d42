import type { DocumentConnection } from './DocumentConnection';
import { Room, type RoomEvents } from './Room';
import type { Services } from './services';

/** What is told of all rooms. */
export interface RoomsEvents extends Pick<RoomEvents, 'onStored'> {
  /** A document was opened. */
  onLoaded(room: Room): void;
}

/**
 * The rooms of this process: a document somebody has open, and no other. A document is loaded once however many join
 * at the same moment, and completely before anyone is answered; a failed load leaves nothing behind.
 */
export class Rooms {
  readonly #services: Services;
  readonly #events: RoomsEvents;
  readonly #rooms = new Map<string, Room>();
  readonly #loading = new Map<string, Promise<Room | null>>();
  /** Documents with rows we were told of while they were loading. */
  readonly #missed = new Set<string>();
  /** Documents whose rows are being read; true when they must be read once more. */
  readonly #reading = new Map<string, boolean>();
  /** Rooms are being compared with the database: a slow one must not be asked by several at once. */
  #healing = false;

  constructor(services: Services, events: RoomsEvents) {
    this.#services = services;
    this.#events = events;
  }

  get(documentId: string): Room | undefined {
    return this.#rooms.get(documentId);
  }

  all(): Iterable<Room> {
    return this.#rooms.values();
  }

  *connections(): Iterable<DocumentConnection> {
    for (const room of this.#rooms.values()) yield* room.connections;
  }

  /** The room, with `connection` in it; null when the document does not exist. Rejects when it cannot be read. */
  async join(documentId: string, connection: DocumentConnection): Promise<Room | null> {
    const room = this.#rooms.get(documentId) ?? (await this.#loadOnce(documentId));
    if (!room) return null;
    // Between the load and now the last other connection may have left and the room be forgotten.
    if (this.#rooms.get(documentId) !== room) return this.join(documentId, connection);
    room.join(connection);
    return room;
  }

  #loadOnce(documentId: string): Promise<Room | null> {
    const running = this.#loading.get(documentId);
    if (running) return running;
    const load = this.#load(documentId).finally(() => {
      this.#loading.delete(documentId);
      this.#missed.delete(documentId);
    });
    this.#loading.set(documentId, load);
    return load;
  }

  async #load(documentId: string): Promise<Room | null> {
    const loaded = await this.#services.store.load(documentId);
    if (!loaded) return null;
    const room = new Room(documentId, loaded, this.#services, {
      onStored: (stored) => this.#events.onStored(stored),
      onSpoiled: (spoiled) => this.#remove(spoiled),
      onIdle: (idle) => {
        this.#remove(idle);
        idle.dispose();
      },
    });
    while (this.#missed.delete(documentId)) {
      room.receiveRows(await this.#services.store.readAfter(documentId, room.epoch, room.readThrough));
    }
    this.#rooms.set(documentId, room);
    this.#services.peers.opened(documentId, room.presence);
    this.#services.metrics.rooms.set(this.#rooms.size);
    this.#events.onLoaded(room);
    return room;
  }

  #remove(room: Room): void {
    if (this.#rooms.get(room.documentId) !== room) return;
    this.#rooms.delete(room.documentId);
    this.#services.peers.closed(room.documentId);
    this.#services.metrics.rooms.set(this.#rooms.size);
  }

  /** Another node stored rows of this document. One read at a time; a wake-up during one asks for another. */
  async rowsStored(documentId: string): Promise<void> {
    if (this.#loading.has(documentId)) this.#missed.add(documentId);
    const room = this.#rooms.get(documentId);
    if (!room) return;
    if (this.#reading.has(documentId)) {
      this.#reading.set(documentId, true);
      return;
    }
    try {
      do {
        this.#reading.set(documentId, false);
        room.receiveRows(await this.#services.store.readAfter(documentId, room.epoch, room.readThrough));
      } while (this.#reading.get(documentId));
    } finally {
      this.#reading.delete(documentId);
    }
  }

  /** Finds rows no notification told of, in all rooms. Nothing while the one before is still at it. */
  async heal(): Promise<void> {
    if (this.#healing) return;
    this.#healing = true;
    try {
      await this.#compare();
    } finally {
      this.#healing = false;
    }
  }

  async #compare(): Promise<void> {
    const rooms = [...this.#rooms.values()];
    if (rooms.length === 0) return;
    const counts = await this.#services.store.countAfter(
      rooms.map((room) => ({ documentId: room.documentId, after: room.readThrough })),
    );
    for (const room of rooms) {
      const found = counts.get(room.documentId);
      if (!found) continue;
      if (foreignRows(room, found)) await this.rowsStored(room.documentId);
      else {
        for (const seq of room.ownRows) if (seq <= found.highest) room.ownRows.delete(seq);
        room.readThrough = found.highest;
      }
    }
  }
}

/** Rows that were stored and acknowledged to us while the count ran are above `highest`. */
function foreignRows(room: Room, found: { rows: number; highest: bigint }): boolean {
  let own = 0;
  for (const seq of room.ownRows) if (seq <= found.highest && seq > room.readThrough) own++;
  return own !== found.rows;
}
