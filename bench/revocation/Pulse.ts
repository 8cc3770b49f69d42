import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@hemicycle/db';
import type { Scene } from './openScene';

/** Below what one account may change in a minute. Milliseconds. */
const EVERY = 250;

/** The conversation goes on: somebody posts four times a second. Who hears of it, and when no longer, is what counts. */
export class Pulse {
  readonly #scene: Scene;
  /** In the order of posting; `at` is before it, by `performance.now()`. */
  readonly #posted: { readonly id: string; readonly at: number }[] = [];
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#running = this.#post();
    // Whoever waits for it hears of it.
    this.#running.catch(() => undefined);
  }

  /** Messages, in order. */
  get ids(): readonly string[] {
    return this.#posted.map(({ id }) => id);
  }

  /** Resolves when so many more messages were posted. */
  async more(count: number): Promise<void> {
    const wanted = this.#posted.length + count;
    while (this.#posted.length < wanted) {
      await Promise.race([delay(20), this.#running]);
      if (this.#stopped) throw new Error('the conversation has ended');
    }
  }

  /**
   * When somebody heard no more: when the first message was posted that `witness`, on the same node, was told of and they
   * were not. Null: they heard of all.
   */
  silentSince(heard: ReadonlySet<string>, witness: ReadonlySet<string>): number | null {
    const told = this.#posted.filter(({ id }) => witness.has(id));
    const last = told.findLastIndex(({ id }) => heard.has(id));
    return told[last + 1]?.at ?? null;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #post(): Promise<void> {
    const { call, house, speaker, space, secret } = this.#scene;
    while (!this.#stopped) {
      const id = newId();
      const at = performance.now();
      await call(house.a, speaker, `POST /channels/${space.channelId}/messages`, {
        id,
        body: `Still here ${secret}`,
        parentId: null,
      });
      this.#posted.push({ id, at });
      await delay(EVERY);
    }
  }
}
