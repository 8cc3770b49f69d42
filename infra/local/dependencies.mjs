import { existsSync, readFileSync } from 'node:fs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Installs the npm packages when what is installed is not what the lock file says.
 * @param {{ logFile: string, runFolder: string }} options
 * @returns {Promise<boolean>} whether it had to
 */
export async function installDependencies({ logFile, runFolder }) {
  if (installedAsLocked(root)) return false;
  await run({
    name: 'Installing dependencies',
    command: 'npm',
    args: ['ci', '--no-audit', '--no-fund'],
    cwd: root,
    logFile,
    runFolder,
    ways: ['see that the npm registry can be reached: npm ping', 'or install them yourself: npm ci'],
  });
  return true;
}

/**
 * Compares the lock file with npm's own record of what it installed.
 * @param {string} folder
 */
export function installedAsLocked(folder) {
  const record = `${folder}/node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  /** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean, peer?: boolean }>} Packages */
  /** @type {Packages} */
  const wanted = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8')).packages;
  /** @type {Packages} */
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true;
    // Optional ones are for other machines, as often as not.
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}
