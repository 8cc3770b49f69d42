/** Something with bytes waiting to be written at the end of this turn of the event loop. */
export interface Flushable {
  flush(): void;
}

/**
 * Gathers what one turn of the event loop produced, so that each socket gets one write a turn: the write is the dear
 * part (6 to 11 µs, nearly all the kernel's). At low rates a turn holds one frame and nothing waits for anything.
 */
export class TickWriter {
  #waiting = new Set<Flushable>();
  #scheduled = false;

  add(item: Flushable): void {
    this.#waiting.add(item);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.#scheduled = false;
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const item of waiting) item.flush();
  }
}
