/** Something with bytes waiting to be written at the end of this turn of the event loop. */
export interface Flushable {
  flush(): void;
}

/** After such a rest what comes first does not wait for its turn's end. Milliseconds. */
const REST_MS = 1;

/**
 * Gathers what one turn of the event loop produced, so that each socket gets one write a turn: the write is the dear
 * part (6 to 11 µs, nearly all the kernel's). After a rest what one read held is written at once, since a turn then
 * holds hardly more, and waiting for its end costs the loop another round.
 */
export class TickWriter {
  #rooms = new Set<Flushable>();
  #sockets = new Set<Flushable>();
  #scheduled = false;
  /** When it last wrote, by `performance.now()`. */
  #flushed = 0;

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
    if (performance.now() - this.#flushed > REST_MS) process.nextTick(this.#flush);
    else setImmediate(this.#flush);
  }

  readonly #flush = (): void => {
    this.#scheduled = false;
    this.#flushed = performance.now();
    const [rooms, sockets] = [this.#rooms, this.#sockets];
    if (rooms.size > 0) {
      this.#rooms = new Set();
      for (const room of rooms) room.flush();
    }
    if (sockets.size > 0) {
      this.#sockets = new Set();
      for (const socket of sockets) socket.flush();
    }
  };
}
