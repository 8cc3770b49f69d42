import type { LiveEvent } from '@hemicycle/contracts';
import { CLOSE } from '@hemicycle/contracts/closeCodes';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiProblem } from '../ApiProblem';
import { EventsConnection, type SocketHandlers } from './EventsConnection';

const event: LiveEvent = { type: 'space.changed', spaceId: '01890000-0000-7000-8000-000000000001' };

/** A page with a network we hold the strings of. */
class Page {
  readonly sockets: (SocketHandlers & { ticket: string; closed: boolean })[] = [];
  readonly timers: { run: () => void; ms: number; off: boolean }[] = [];
  readonly log: string[] = [];
  tickets = 0;
  ticketProblem: unknown = null;

  readonly connection = new EventsConnection({
    ticket: async () => {
      this.tickets++;
      if (this.ticketProblem) throw this.ticketProblem;
      return `ticket-${this.tickets}`;
    },
    open: (ticket, handlers) => {
      const socket = { ...handlers, ticket, closed: false };
      this.sockets.push(socket);
      return {
        close: () => {
          socket.closed = true;
        },
      };
    },
    schedule: (run, ms) => {
      const timer = { run, ms, off: false };
      this.timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
    random: () => 1,
    onEvent: ({ type }) => this.log.push(type),
    onReset: () => this.log.push('reset'),
    onState: (state) => this.log.push(state),
    onSignedOut: () => this.log.push('signed out'),
  });

  get socket() {
    const last = this.sockets.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  }

  say(frame: unknown): void {
    this.socket.onMessage(JSON.stringify(frame));
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets the last wait run out. */
  async elapse(): Promise<void> {
    const timer = this.timers.at(-1);
    if (timer && !timer.off) timer.run();
    await this.settle();
  }

  async open(): Promise<void> {
    this.connection.start();
    await this.settle();
    this.say({ kind: 'hello' });
  }
}

let page: Page;
beforeEach(() => {
  page = new Page();
});

describe('EventsConnection', () => {
  test('hands events on, and asks to read anew once connected: the page was read before', async () => {
    await page.open();
    page.say({ kind: 'event', event });
    page.say({ kind: 'reset' });
    expect(page.log).toEqual(['connecting', 'open', 'reset', 'space.changed', 'reset']);
  });

  test('frames that are not ours are left alone', async () => {
    await page.open();
    page.socket.onMessage('{');
    page.socket.onMessage(new ArrayBuffer(2));
    page.say({ kind: 'song' });
    expect(page.log).toEqual(['connecting', 'open', 'reset']);
  });

  test('comes back with a new ticket, waiting longer after each failure and little after a success', async () => {
    await page.open();
    for (let round = 0; round < 8; round++) {
      page.socket.onClose(1006);
      await page.elapse();
    }
    expect(page.timers.map(({ ms }) => ms)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000,
    ]);
    expect(page.sockets.map(({ ticket }) => ticket).at(-1)).toBe('ticket-9');
    page.say({ kind: 'hello' });
    page.socket.onClose(CLOSE.goingAway);
    expect(page.timers.at(-1)?.ms).toBe(500);
  });

  test('after a loss the state is read anew', async () => {
    await page.open();
    page.socket.onClose(1006);
    await page.elapse();
    page.say({ kind: 'hello' });
    expect(page.log).toEqual(['connecting', 'open', 'reset', 'waiting', 'connecting', 'open', 'reset']);
  });

  test('a server that gives no tickets is waited for', async () => {
    page.ticketProblem = new ApiProblem('unavailable', 503);
    page.connection.start();
    await page.settle();
    page.ticketProblem = null;
    await page.elapse();
    expect(page.log).toEqual(['connecting', 'waiting', 'connecting']);
    expect(page.sockets).toHaveLength(1);
  });

  test.each([
    ['a refused ticket', async () => {}],
    ['a socket closed as signed out', async () => page.socket.onClose(CLOSE.signedOut)],
  ])('%s ends the session on this page', async (name, act) => {
    if (name === 'a refused ticket') page.ticketProblem = new ApiProblem('sign_in_required', 401);
    page.connection.start();
    await page.settle();
    await act();
    expect(page.log.slice(-2)).toEqual(['stopped', 'signed out']);
    expect(page.timers).toHaveLength(0);
  });

  test.each([CLOSE.forbidden, CLOSE.notFound])(
    'code %i is final, without a word about the session',
    async (code) => {
      await page.open();
      page.socket.onClose(code);
      expect(page.log.at(-1)).toBe('stopped');
      expect(page.log).not.toContain('signed out');
      expect(page.timers).toHaveLength(0);
    },
  );

  test('hurry comes back at once, and only from a wait', async () => {
    await page.open();
    page.connection.hurry();
    expect(page.tickets).toBe(1);
    page.socket.onClose(1006);
    page.connection.hurry();
    await page.settle();
    expect(page.tickets).toBe(2);
    expect(page.timers.at(-1)?.off).toBe(true);
  });

  test('stop closes, and nothing comes after it', async () => {
    await page.open();
    const before = page.log.length;
    page.connection.stop();
    page.socket.onMessage(JSON.stringify({ kind: 'event', event }));
    page.socket.onClose(1006);
    expect(page.socket.closed).toBe(true);
    expect(page.log).toHaveLength(before);
    expect(page.timers).toHaveLength(0);
  });

  test('a ticket that arrives after stop opens nothing', async () => {
    page.connection.start();
    page.connection.stop();
    await page.settle();
    expect(page.sockets).toHaveLength(0);
  });
});
