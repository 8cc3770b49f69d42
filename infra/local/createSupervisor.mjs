import { setTimeout as delay } from 'node:timers/promises';
import { LaunchError } from './LaunchError.mjs';
import { removeRecord, writeRecord } from './records.mjs';
import { spawnPart } from './spawnPart.mjs';

/** Waits between attempts to bring a dead part back: doubled each time up to the last. Milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A part that lived this long died of something new: its waits begin anew. Milliseconds. */
const SETTLED = 60_000;

/**
 * Keeps parts running: records them on disk, brings back what dies and says so, and stops all in the reverse order.
 * @param {{ runFolder: string, say: (text: string) => void }} options
 */
export function createSupervisor({ runFolder, say }) {
  /** @type {import('./spawnPart.mjs').Part[]} in the order of their first start */
  const parts = [];
  /** @type {string[]} names of their records, at the same places */
  const keys = [];
  const stopped = new AbortController();

  /** @param {string} key @param {import('./spawnPart.mjs').PartPlan} plan */
  const spawnRecorded = (key, plan) =>
    spawnPart(plan, (pid) => writeRecord(runFolder, key, pid, plan.stopSignal ?? 'SIGTERM'));

  /** @param {number} index @param {string} key @param {import('./spawnPart.mjs').PartPlan} plan */
  const watch = async (index, key, plan) => {
    let wait = FIRST_WAIT;
    for (;;) {
      const since = Date.now();
      const end = await parts[index]?.exited;
      if (stopped.signal.aborted) return;
      if (Date.now() - since > SETTLED) wait = FIRST_WAIT;
      say(`  ! ${plan.name} ended ${end}; starting it again in ${wait / 1000} s (log: ${plan.logFile})`);
      wait = await revive(index, key, plan, wait);
      if (stopped.signal.aborted) return;
      say(`  ✓ ${plan.name} is back`);
    }
  };

  /** @param {number} index @param {string} key @param {import('./spawnPart.mjs').PartPlan} plan @param {number} firstWait */
  const revive = async (index, key, plan, firstWait) => {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      await delay(wait, undefined, { signal: stopped.signal }).catch(() => {});
      if (stopped.signal.aborted) return wait;
      try {
        parts[index] = await spawnRecorded(key, plan);
        if (stopped.signal.aborted) await parts[index]?.stop();
        return Math.min(wait * 2, LONGEST_WAIT);
      } catch (error) {
        say(`  ! ${plan.name} did not come back: ${error instanceof LaunchError ? error.why : error}`);
      }
    }
  };

  return {
    /**
     * @param {string} key name of its record
     * @param {import('./spawnPart.mjs').PartPlan} plan
     */
    async start(key, plan) {
      const part = await spawnRecorded(key, plan);
      if (stopped.signal.aborted) return part.stop();
      const index = parts.push(part) - 1;
      keys[index] = key;
      void watch(index, key, plan);
    },
    /** Stops all, the last started first. */
    async stop() {
      stopped.abort();
      for (const index of [...parts.keys()].reverse()) {
        await parts[index]?.stop();
        removeRecord(runFolder, keys[index] ?? '');
      }
      removeRecord(runFolder, 'launcher');
    },
  };
}
