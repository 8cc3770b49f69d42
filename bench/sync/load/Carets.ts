import { frames, writePresence } from '@hemicycle/collab/protocol';
import { clientFrame } from './clientFrame';
import { inDialect } from './dialects';
import type { LeanClient } from './LeanClient';
import { pace } from './pace';

/** Everybody's caret, moving. */
export class Carets {
  readonly #clients: readonly LeanClient[];
  readonly #clocks: number[];

  constructor(clients: readonly LeanClient[]) {
    this.#clients = clients;
    this.#clocks = clients.map(() => Math.floor(performance.now()));
  }

  /** @param rate moves a second of each */
  async move(rate: number, seconds: number): Promise<void> {
    const all = this.#clients.length;
    await pace(rate * all, Math.floor(rate * all * seconds), (index) => this.#send(index % all));
  }

  #send(index: number): void {
    const client = this.#clients[index] as LeanClient;
    const clock = (this.#clocks[index] ?? 0) + 1;
    this.#clocks[index] = clock;
    const place = { type: { client: 1, clock: 1 }, tname: null, item: { client: 1, clock }, assoc: 0 };
    const state = {
      user: { name: `Reader ${index}`, color: '#3050a0' },
      cursor: { anchor: place, head: place },
    };
    const entry = {
      clientId: client.typist?.client ?? 1_000_000 + index,
      clock,
      json: JSON.stringify(state),
    };
    client.send(clientFrame(inDialect(client.order.address, frames.awareness(writePresence([entry])))));
  }
}
