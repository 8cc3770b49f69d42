import { endForeign } from '../../../infra/local/processes.mjs';
import { liveRecords, removeRecord, writeRecord } from '../../../infra/local/records.mjs';
import { type PartPlan, spawnPart } from '../../../infra/local/spawnPart.mjs';
import type { TestRun } from './openTestRun';
import { withLock } from './withLock';

/** A real server under a test's control. It outlives the test file, and ends with the run at the latest. */
export interface RunningPart {
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same address; nothing happens while it runs. */
  start(): Promise<void>;
}

/** Longer than any part's own drain. Milliseconds. */
const STOP_PATIENCE = 20_000;

/**
 * A part that is known by its record on disk, so that any worker of the run can share, stop or kill it.
 * @param key one part per key and run
 */
export function createRunningPart(run: TestRun, key: string, plan: () => PartPlan): RunningPart {
  const records = run.settings.paths.run;
  const find = () => liveRecords(records).find(({ name }) => name === key);
  const end = async (signal?: NodeJS.Signals) => {
    const record = find();
    if (record) {
      await endForeign(record.pid, record.start, signal ?? record.stopSignal, STOP_PATIENCE, plan().group);
    }
    removeRecord(records, key);
  };
  return {
    stop: () => end(),
    kill: () => end('SIGKILL'),
    start: () =>
      withLock(`${records}/${key}.lock`, async () => {
        if (find()) return;
        const wanted = plan();
        await spawnPart(wanted, (pid) => writeRecord(records, key, pid, wanted.stopSignal ?? 'SIGTERM'), {
          unattended: true,
        });
      }),
  };
}
