import { setTimeout as delay } from 'node:timers/promises';
import { livekitEnv } from '@hemicycle/env';
import { createMediaServer } from '@hemicycle/media/server';
import { openTestRun } from '@hemicycle/testing';

/** Milliseconds. */
const EVERY = 50;

/**
 * Who is in a call, as the media server itself says: a client may take its time to notice that it was put out, and hears
 * nobody from then on.
 */
export class CallWatch {
  readonly #media = createMediaServer(livekitEnv(openTestRun().settings.environment));
  readonly #roomId: string;
  #inside = new Set<string>();
  #asked = 0;
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(roomId: string) {
    this.#roomId = roomId;
    this.#running = this.#look();
    // Whoever waits for it hears of it.
    this.#running.catch(() => undefined);
  }

  /** Resolves with the moment by which none of the person's devices was inside. Rejects after `patience` ms. */
  async goneBy(userId: string, patience: number): Promise<number> {
    const from = performance.now();
    for (;;) {
      // What was asked before may be older than the question.
      if (this.#asked >= from && ![...this.#inside].some((one) => one.startsWith(userId))) return this.#asked;
      if (performance.now() - from > patience) throw new Error(`still in the call after ${patience} ms`);
      await Promise.race([delay(EVERY / 2), this.#running]);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #look(): Promise<void> {
    while (!this.#stopped) {
      const live = (await this.#media.participants(this.#roomId)) ?? [];
      this.#inside = new Set(live.map(({ identity }) => identity));
      this.#asked = performance.now();
      await delay(EVERY);
    }
  }
}
