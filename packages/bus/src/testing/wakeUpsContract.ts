import type { TcpProxy } from '@hemicycle/testing';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WAKE_UP_BYTES, type WakeUps } from '../wakeUps';

export interface WakeUpsUnderTest {
  /** As one process would have them, by the way that can be cut. */
  open(): WakeUps;
  readonly way: TcpProxy;
  close(): Promise<void>;
}

/** What every way of waking must do; run it with each. */
export function wakeUpsContract(name: string, start: () => Promise<WakeUpsUnderTest>): void {
  describe(`wake-ups: ${name}`, () => {
    let under: WakeUpsUnderTest;
    let one: WakeUps;
    let other: WakeUps;
    const heard: string[] = [];
    let listened = 0;

    beforeAll(async () => {
      under = await start();
      one = under.open();
      other = under.open();
      one.listen('wake_test', {
        onWakeUp: (payload) => void heard.push(payload),
        onListening: () => void listened++,
      });
      await until(() => listened === 1 && other.connected, 'listening');
    });

    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
      await under.way.close();
      await under.close();
    });

    it('BUS-9 brings messages in order, up to the largest, and of no other channel', async () => {
      const largest = 'ü'.repeat(Math.floor(WAKE_UP_BYTES / 2));
      await other.publish('wake_other', ['not for us']);
      await other.publish('wake_test', ['a', 'b']);
      await other.publish('wake_test', [largest]);
      await until(() => heard.length === 3, 'the messages');
      expect(heard).toEqual(['a', 'b', largest]);
    });

    it('BUS-9 listens to a channel asked for while connected', async () => {
      const late: string[] = [];
      let listening = false;
      other.listen('wake_late', {
        onWakeUp: (payload) => void late.push(payload),
        onListening: () => {
          listening = true;
        },
      });
      await until(() => listening, 'listening');
      await one.publish('wake_late', ['c']);
      await until(() => late.includes('c'), 'the message');
    });

    it('BUS-9 comes back after a cut and says that something may have been missed; publishing meanwhile neither waits nor fails', async () => {
      const before = listened;
      under.way.down();
      await until(() => !one.connected && !other.connected, 'the loss is noticed');
      await other.publish('wake_test', ['lost']);
      under.way.up();
      await until(() => listened === before + 1 && other.connected, 'listening again');
      await other.publish('wake_test', ['after']);
      await until(() => heard.includes('after'), 'the message');
      expect(heard).not.toContain('lost');
    });
  });
}
