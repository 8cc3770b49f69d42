import { describe, expect, it } from '@jest/globals';
import { createCoalescer } from './createCoalescer';

/** A clock whose timers run when it is moved. */
function setUp() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  let runs = 0;
  let finish: () => void = () => {};
  const coalescer = createCoalescer({
    run: () => {
      runs++;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    delayMs: 100,
    restMs: 1_000,
    setTimer: (run, ms) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return timer;
    },
    clearTimer: (timer) => {
      timers = timers.filter((one) => one !== timer);
    },
    now: () => time,
  });
  return {
    coalescer,
    runs: () => runs,
    pass(ms: number) {
      time += ms;
      const due = timers.filter((timer) => timer.at <= time);
      timers = timers.filter((timer) => timer.at > time);
      for (const timer of due) timer.run();
    },
    async finish() {
      finish();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('createCoalescer', () => {
  it('makes one run of many asks', () => {
    const { coalescer, pass, runs } = setUp();
    for (let count = 0; count < 50; count++) coalescer.ask();
    expect(runs()).toBe(0);
    pass(100);
    expect(runs()).toBe(1);
  });

  it('runs once more for what was asked during a run, and rests between', async () => {
    const { coalescer, pass, runs, finish } = setUp();
    coalescer.ask();
    pass(100);
    coalescer.ask();
    coalescer.ask();
    pass(5_000);
    expect(runs()).toBe(1);
    await finish();
    pass(999);
    expect(runs()).toBe(1);
    pass(1);
    expect(runs()).toBe(2);
    await finish();
    pass(10_000);
    expect(runs()).toBe(2);
  });

  it('does nothing more once stopped', async () => {
    const { coalescer, pass, runs, finish } = setUp();
    coalescer.ask();
    pass(100);
    coalescer.ask();
    coalescer.stop();
    await finish();
    coalescer.ask();
    pass(10_000);
    expect(runs()).toBe(1);
  });
});
