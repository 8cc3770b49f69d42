import { performance } from 'node:perf_hooks';
import { until } from '@hemicycle/testing';
import { Carets } from './Carets';
import { LatencyCounts } from './LatencyCounts';
import { type Crowded, LeanClient } from './LeanClient';
import { OwnUse } from './OwnUse';
import type { ClientOrder, Joined, WriteOrder, Written } from './orders';
import { pace } from './pace';
import { Typist } from './Typist';

/** How long what was sent may take to arrive everywhere before it counts as missing. Milliseconds. */
const PATIENCE = 10_000;
/** Typed before anything is measured: what the generator made for it is cleared away, and its code compiled. Seconds. */
const LEAD_S = 0.4;

/** All clients of one generator process. */
export class Crowd {
  readonly clients: LeanClient[] = [];
  readonly #typists = new Map<number, Typist>();
  readonly #shared: Crowded = {
    typists: this.#typists,
    texts: new LatencyCounts(),
    acknowledged: new LatencyCounts(),
    allLook: false,
    buffer: Buffer.allocUnsafe(256 * 1024),
  };

  async join(orders: readonly ClientOrder[], atOnce: number): Promise<Joined> {
    const took = new LatencyCounts();
    const failures: string[] = [];
    const joining = orders.map((order) => this.add(order));
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let client = joining[next++]; client; client = joining[next++]) {
        await client.join().then(
          (ms) => took.add(ms),
          (error: unknown) => void failures.push(String(error)),
        );
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (failures.length === 0) await this.#begin(joining);
    const bytes = joining.reduce((sum, client) => sum + client.bytes, 0);
    return { joined: joining.length - failures.length, join: took.summary(), bytes, failures };
  }

  /** A client that does not join yet. */
  add(order: ClientOrder): LeanClient {
    const typist = order.writes ? new Typist(order.address) : null;
    if (typist) this.#typists.set(typist.client, typist);
    const client = new LeanClient(order, typist, this.#shared);
    this.clients.push(client);
    return client;
  }

  /** Everybody who writes makes their paragraph, and everybody else has it. */
  async #begin(joined: readonly LeanClient[]): Promise<void> {
    for (const client of joined) {
      if (client.typist) client.edit(client.typist.begin(), Number.NaN);
    }
    await this.#arrive();
  }

  /** Types for a while; `phase` is told when the measured part begins and ends. */
  async write(order: WriteOrder, phase: (name: 'begun' | 'ended') => void): Promise<Written> {
    const writers = this.clients.filter((client) => client.typist);
    const total = Math.round(order.rate * order.seconds);
    const lead = Math.round(order.rate * LEAD_S);
    // And the one that is sent when the measured part is over: what is on its way then must be read, not wait for it.
    for (const { typist } of writers) typist?.prepare(Math.ceil((lead + total) / writers.length) + 1);
    globalThis.gc?.();
    const { texts, acknowledged } = this.#shared;
    texts.clear();
    acknowledged.clear();
    const late = new LatencyCounts();
    const carets = order.carets > 0 ? new Carets(this.clients) : null;
    const moving = carets?.move(order.carets, LEAD_S + order.seconds);
    const use = new OwnUse();
    let before: number[] = [];
    await pace(order.rate, lead + total, (index, lateBy) => {
      if (index === lead) {
        before = this.clients.map((client) => client.deliveries);
        use.begin();
        phase('begun');
      }
      const client = writers[index % writers.length];
      if (!client?.typist) return;
      const now = index < lead ? Number.NaN : performance.now();
      if (index >= lead) late.add(lateBy);
      client.edit(client.typist.take(now), now);
    });
    await moving;
    const used = use.end();
    phase('ended');
    const measured = { text: texts, acknowledged };
    const missing = await this.#arrive();
    const deliveries = this.#deliveries(total, writers, before);
    return {
      updates: total,
      deliveries,
      missing,
      text: measured.text.summary(),
      acknowledged: measured.acknowledged.summary(),
      unacknowledged: await this.#unacknowledged(writers),
      late: late.summary(),
      ...used,
      closed: this.#closed(),
    };
  }

  /** Everybody else of the writer's room gets a character; where updates were looked into they were counted. */
  #deliveries(total: number, writers: readonly LeanClient[], before: readonly number[]): number {
    const sizes = new Map<number, number>();
    for (const { order } of this.clients) sizes.set(order.room, (sizes.get(order.room) ?? 0) + 1);
    let expected = 0;
    for (let i = 0; i < writers.length; i++) {
      const share = Math.floor(total / writers.length) + (i < total % writers.length ? 1 : 0);
      expected += share * ((sizes.get(writers[i]?.order.room ?? -1) ?? 1) - 1);
    }
    const probes = this.clients.filter((client) => client.order.probe);
    if (probes.length < this.clients.length) return expected;
    return this.clients.reduce((sum, client, i) => sum + client.deliveries - (before[i] ?? 0), 0);
  }

  /**
   * One more character of everybody, looked for by everybody: order holds on every connection, so who has it has all
   * before it. Returns how many times it was not there in the end.
   */
  async #arrive(): Promise<number> {
    const { allLook } = this.#shared;
    this.#shared.allLook = true;
    for (const client of this.clients) {
      if (client.typist) client.edit(client.typist.take(Number.NaN), Number.NaN);
    }
    const missing = (): number => {
      let count = 0;
      for (const [room, readers] of this.#rooms()) {
        for (const writer of room) {
          for (const reader of readers) {
            if (reader === writer || reader.closedWith !== null || !writer.typist) continue;
            if ((reader.seen.get(writer.typist.client) ?? 0) < writer.typist.sentClock) count++;
          }
        }
      }
      return count;
    };
    await until(() => missing() === 0, 'everything arrived', PATIENCE).catch(() => undefined);
    this.#shared.allLook = allLook;
    return missing();
  }

  /** Writers and everybody, of each room. */
  *#rooms(): Iterable<[LeanClient[], LeanClient[]]> {
    const rooms = new Map<number, LeanClient[]>();
    for (const client of this.clients) {
      const room = rooms.get(client.order.room);
      if (room) room.push(client);
      else rooms.set(client.order.room, [client]);
    }
    for (const everybody of rooms.values()) yield [everybody.filter((each) => each.typist), everybody];
  }

  /** Edits not yet said to be durable, where the server says so at all. */
  async #unacknowledged(writers: readonly LeanClient[]): Promise<number> {
    const count = () => writers.reduce((sum, each) => sum + each.edits.length - each.acknowledgedEdits, 0);
    if (!writers.some((each) => each.acknowledgedEdits > 0)) return 0;
    await until(() => count() === 0, 'everything acknowledged', PATIENCE).catch(() => undefined);
    return count();
  }

  #closed(): Record<string, number> {
    const codes: Record<string, number> = {};
    for (const { closedWith } of this.clients) {
      if (closedWith !== null) codes[closedWith] = (codes[closedWith] ?? 0) + 1;
    }
    return codes;
  }

  leave(): void {
    for (const client of this.clients.splice(0)) client.leave();
    this.#typists.clear();
  }
}
