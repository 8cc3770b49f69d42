import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openTestRun } from '@hemicycle/testing';
import { nodeFlags } from '../../nodeFlags.mjs';

/** Builds the server as for production into the test run's folder; answers what node is to run. It starts much sooner. */
export async function bundleServer(): Promise<string[]> {
  const folder = join(openTestRun().folder, 'realtime');
  const app = fileURLToPath(new URL('../..', import.meta.url));
  await promisify(execFile)(process.execPath, ['build.mjs', folder], { cwd: app });
  return [...nodeFlags, join(folder, 'main.js')];
}
