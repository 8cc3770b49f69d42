import { randomUUID } from 'node:crypto';
import type { LiveEvent } from '@hemicycle/contracts';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bus, BusRecord } from '../bus';

/** What the contract needs of an adapter under test. */
export interface BusUnderTest {
  /** A bus as one process would have it; `close` ends its wake-ups too. */
  open(): Bus;
  /** Publishes as the product does, in a transaction of its own; returns when it is committed. */
  publish(event: LiveEvent): Promise<void>;
  /** Writes what `publish` writes and loses the wake-up. */
  publishSilently(event: LiveEvent): Promise<void>;
  /** Takes the way to the server away, and gives it back. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

const event = (): Extract<LiveEvent, { type: 'space.changed' }> => ({
  type: 'space.changed',
  spaceId: randomUUID(),
});

const named = (records: readonly BusRecord[]): string[] =>
  records.flatMap(({ event }) => (event.type === 'space.changed' ? [event.spaceId] : []));

/** What every adapter of the bus must do; run it with each. */
export function busContract(name: string, start: () => Promise<BusUnderTest>): void {
  describe(`bus: ${name}`, () => {
    let under: BusUnderTest;
    let one: Bus;
    let other: Bus;
    const heard: BusRecord[] = [];
    const heardByOther: BusRecord[] = [];

    beforeAll(async () => {
      under = await start();
      await under.publish(event());
      one = under.open();
      other = under.open();
      one.subscribe((record) => void heard.push(record));
      other.subscribe((record) => void heardByOther.push(record));
      await Promise.all([one.ready, other.ready]);
    });

    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
      await under.close();
    });

    it('BUS-1 brings an event to every process, in under a second', async () => {
      const sent = event();
      await under.publish(sent);
      await until(() => named(heard).includes(sent.spaceId), 'the event', 1_000);
      await until(() => named(heardByOther).includes(sent.spaceId), 'the event', 1_000);
    });

    it('BUS-2 starts with what is published after it is ready, not with the past', async () => {
      const late = under.open();
      const records: BusRecord[] = [];
      late.subscribe((record) => void records.push(record));
      await late.ready;
      const sent = event();
      await under.publish(sent);
      await until(() => records.length > 0, 'the event');
      expect(named(records)).toEqual([sent.spaceId]);
      await late.close();
    });

    it('BUS-3 delivers each event once to a process that lives, in order', async () => {
      const sent = Array.from({ length: 100 }, event);
      for (const each of sent) await under.publish(each);
      const wanted = sent.map(({ spaceId }) => spaceId);
      const last = wanted.at(-1) as string;
      await until(() => named(heard).includes(last), 'the event');
      // Longer than the timed re-read, which must not deliver anything again.
      const again = event();
      await under.publishSilently(again);
      await until(() => named(heard).includes(again.spaceId), 'the event');
      expect(named(heard).filter((id) => wanted.includes(id))).toEqual(wanted);
    });

    it('BUS-4 is late, not silent, when the wake-up is lost', async () => {
      const sent = event();
      await under.publishSilently(sent);
      await until(() => named(heard).includes(sent.spaceId), 'the event', 5_000);
    });

    it('BUS-5 catches up after the connection was lost', async () => {
      under.cut();
      await until(() => !one.connected, 'the loss is noticed');
      const sent = [event(), event()];
      for (const each of sent) await under.publish(each);
      under.mend();
      for (const each of sent) await until(() => named(heard).includes(each.spaceId), 'the event');
      // The rows may be found by time before the way is there again.
      await until(() => one.connected, 'connected again');
    });

    it('BUS-6 a subscriber that throws, or has left, harms nobody', async () => {
      const leave = one.subscribe(() => {
        throw new Error('faulty subscriber');
      });
      const first = event();
      await under.publish(first);
      await until(() => named(heard).includes(first.spaceId), 'the event');
      leave();
      const second = event();
      await under.publish(second);
      await until(() => named(heard).includes(second.spaceId), 'the event');
    });
  });
}
