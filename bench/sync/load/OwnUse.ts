import { type EventLoopUtilization, monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** What the generator took while it measured: when it is too much, it measured itself. */
export interface OwnUsed {
  readonly seconds: number;
  /** CPU in cores, and the share of time the event loop was busy. */
  readonly cores: number;
  readonly busy: number;
  /** The longest time in which nothing was read or sent. Milliseconds. */
  readonly standstill: number;
}

/** How often it is looked at whether the event loop stands still. Milliseconds. */
const LOOKED_AFTER = 5;

/** Measures this process from `begin` to `end`. */
export class OwnUse {
  readonly #delays = monitorEventLoopDelay({ resolution: LOOKED_AFTER });
  #begun = 0;
  #cpu: NodeJS.CpuUsage = { user: 0, system: 0 };
  #loop: EventLoopUtilization | undefined;

  begin(): void {
    this.#begun = performance.now();
    this.#cpu = process.cpuUsage();
    this.#loop = performance.eventLoopUtilization();
    this.#delays.enable();
  }

  end(): OwnUsed {
    this.#delays.disable();
    const seconds = (performance.now() - this.#begun) / 1_000;
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      seconds,
      cores: (user + system) / 1e6 / seconds,
      busy: performance.eventLoopUtilization(this.#loop).utilization,
      standstill: Math.max(0, this.#delays.max / 1e6 - LOOKED_AFTER),
    };
  }
}
