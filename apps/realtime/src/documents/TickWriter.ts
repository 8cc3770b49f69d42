/** Something with bytes waiting to be written at the end of this turn of the event loop. */
export interface Flushable {
  flush(): void;
}

/**
 * Gathers what one turn of the event loop produced, so that each socket gets one write a turn: the write is the dear
 * part (6 to 11 µs, nearly all the kernel's). At low rates a turn holds one frame and nothing waits for anything.
 */
export class TickWriter {
  #rooms = new Set<Flushable>();
  #sockets = new Set<Flushable>();
  #scheduled = false;

  /** Frames for a whole room: they take along what waits for a socket of it alone. */
  addRoom(room: Flushable): void {
    this.#rooms.add(room);
    this.#schedule();
  }

  addSocket(socket: Flushable): void {
    this.#sockets.add(socket);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.#scheduled = false;
    const [rooms, sockets] = [this.#rooms, this.#sockets];
    if (rooms.size > 0) {
      this.#rooms = new Set();
      for (const room of rooms) room.flush();
    }
    if (sockets.size > 0) {
      this.#sockets = new Set();
      for (const socket of sockets) socket.flush();
    }
  }
}
