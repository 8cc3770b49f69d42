import { spawn } from 'node:child_process';
import { root } from '../infra/local/paths.mjs';
import { TELEMETRY_OFF } from '../infra/local/settings.mjs';

/**
 * A running house.
 * @typedef {object} House
 * @property {Record<string, string>} environment of a run of scenarios that is to find it
 * @property {() => Promise<void>} end
 */

/** The house ends by itself when this process does. @returns {Promise<House>} */
export function startHouse() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/house.ts'], {
    cwd: `${root}/apps/e2e`,
    env: { ...process.env, ...TELEMETRY_OFF },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const end = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (environment) =>
      resolve({ environment: /** @type {Record<string, string>} */ (environment), end }),
    );
    exited.then((code) => reject(new Error(`The house ended with exit code ${code}`)));
  });
}
