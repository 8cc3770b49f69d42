import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans, liveRecords, writeRecord } from '../../../infra/local/records.mjs';
import { removeTestRun, type TestRun } from './openTestRun';

const OWNER = 'launcher';
/** Milliseconds. */
const JUST_BEGUN = 600_000;

/** Marks this process as the one the run ends with. */
export function ownTestRun({ settings }: TestRun): void {
  writeRecord(settings.paths.run, OWNER, process.pid, 'SIGTERM');
}

/** Ends every part of the run and forgets its files. */
export async function endTestRun(run: TestRun): Promise<void> {
  await endOrphans(run.settings.paths.run);
  removeTestRun(run);
}

/** Ends what runs that were killed have left behind. */
export async function endAbandonedRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    const records = join(folder, 'run');
    if (!name.startsWith('hemicycle-test-') || !existsSync(records)) continue;
    const live = liveRecords(records);
    if (live.some((record) => record.name === OWNER)) continue;
    // A run that has just begun has no owner yet and nothing running either.
    if (live.length === 0 && Date.now() - statSync(folder).mtimeMs < JUST_BEGUN) continue;
    await endOrphans(records);
    rmSync(folder, { recursive: true, force: true });
  }
}
