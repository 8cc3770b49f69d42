import type { SessionState } from '@hemicycle/contracts';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiProblem } from '../ApiProblem';
import { type NearEnd, SessionWatch } from './SessionWatch';

const minute = 60_000;
const hour = 60 * minute;

/** A page with a clock and a server we hold the strings of. */
class Page {
  /** This browser's clock is off by so much. */
  readonly skew = 5 * minute;
  server = Date.parse('2026-11-27T08:00:00Z');
  lastSeen = this.server;
  readonly signedIn = this.server;
  idle = 8 * hour;
  absolute = 168 * hour;
  problem: unknown = null;
  busy = false;
  reads = 0;
  touches = 0;
  near: NearEnd | null = null;
  over = false;
  timer: { run: () => void; at: number } | null = null;

  readonly watch = new SessionWatch({
    read: async () => {
      this.reads++;
      return this.state();
    },
    touch: async () => {
      this.touches++;
      this.lastSeen = this.server;
      return this.state();
    },
    now: () => this.server + this.skew,
    schedule: (run, ms) => {
      const timer = { run, at: this.server + ms };
      this.timer = timer;
      return () => {
        if (this.timer === timer) this.timer = null;
      };
    },
    isBusy: () => this.busy,
    onNear: (end) => {
      this.near = end;
    },
    onOver: () => {
      this.over = true;
    },
  });

  state(): SessionState {
    if (this.problem) throw this.problem;
    const endsAt = this.signedIn + this.absolute;
    const expiresAt = Math.min(this.lastSeen + this.idle, endsAt);
    if (expiresAt <= this.server) throw new ApiProblem('session_expired', 401);
    const iso = (at: number) => new Date(at).toISOString();
    return { expiresAt: iso(expiresAt), endsAt: iso(endsAt), now: iso(this.server) };
  }

  /** Time goes by, with every wait that runs out in it. */
  async pass(ms: number): Promise<void> {
    const end = this.server + ms;
    for (let next = this.timer; next !== null && next.at <= end; next = this.timer) {
      this.server = Math.max(this.server, next.at);
      this.timer = null;
      next.run();
      await settle();
    }
    this.server = end;
  }
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

let page: Page;
beforeEach(async () => {
  page = new Page();
  page.watch.start();
  await settle();
});

describe('IDN-35 a page', () => {
  test('warns two minutes before nobody was there for too long, and then is over', async () => {
    await page.pass(8 * hour - 2.1 * minute);
    expect(page.near).toBeNull();
    await page.pass(0.2 * minute);
    const at = page.signedIn + 8 * hour + page.skew;
    expect(page.near).toEqual({ at, final: false });
    await page.pass(2 * minute);
    expect(page.over).toBe(true);
    expect(page.touches).toBe(0);
  });

  test('tells once a minute that somebody is there, and warns no more when they say so', async () => {
    page.watch.activity();
    page.watch.activity();
    await settle();
    expect(page.touches).toBe(1);
    await page.pass(8 * hour - minute);
    expect(page.near).not.toBeNull();
    // A hand that brushes the mouse is no answer.
    page.watch.activity();
    expect(page.touches).toBe(1);
    page.watch.stay();
    await settle();
    expect(page.touches).toBe(2);
    expect(page.near).toBeNull();
  });

  test('sees that somebody works in another tab, before it warns and while it does', async () => {
    await page.pass(7 * hour);
    page.lastSeen = page.server;
    await page.pass(hour);
    expect(page.near).toBeNull();
    await page.pass(7 * hour - minute);
    expect(page.near).not.toBeNull();
    page.lastSeen = page.server;
    await page.pass(20_000);
    expect(page.near).toBeNull();
  });

  test('counts a call as being there', async () => {
    page.busy = true;
    await page.pass(20 * hour);
    expect(page.near).toBeNull();
    expect(page.touches).toBeGreaterThan(0);
    page.busy = false;
    await page.pass(8 * hour + minute);
    expect(page.over).toBe(true);
  });

  test('tells ten minutes before the end that comes whatever is done, once', async () => {
    page.absolute = 9 * hour;
    page.lastSeen = page.signedIn + 8 * hour;
    await page.pass(9 * hour - 9.5 * minute);
    expect(page.near).toEqual({ at: page.signedIn + 9 * hour + page.skew, final: true });
    page.watch.dismiss();
    await settle();
    await page.pass(5 * minute);
    expect(page.near).toBeNull();
    expect(page.over).toBe(false);
    await page.pass(6 * minute);
    expect(page.over).toBe(true);
  });

  test('does not take a lost network for the end', async () => {
    page.problem = new ApiProblem('offline', 0);
    await page.pass(9 * hour);
    expect(page.over).toBe(false);
    page.problem = null;
    page.lastSeen = page.server;
    await page.pass(minute);
    expect(page.near).toBeNull();
  });
});
