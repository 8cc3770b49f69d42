import { execFile } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openTestRun, withLock } from '@hemicycle/testing';
import { nodeFlags } from '../../nodeFlags.mjs';

/**
 * Builds the server as for production into the test run's folder, once per run; answers what node is to run. From its
 * source it would take 2 s of a core at every start, and as much again for every worker thread.
 */
export async function bundleServer(): Promise<string[]> {
  const folder = join(openTestRun().folder, 'realtime');
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const app = fileURLToPath(new URL('../..', import.meta.url));
    await promisify(execFile)(process.execPath, ['build.mjs', `${folder}-unfinished`], { cwd: app });
    renameSync(`${folder}-unfinished`, folder);
  });
  return [...nodeFlags, join(folder, 'main.js')];
}
