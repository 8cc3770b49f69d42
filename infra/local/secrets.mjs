import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What is generated once per data folder; each is 64 hexadecimal digits. */
const NAMES = /** @type {const} */ ([
  'databaseSuperuser',
  'database',
  'keycloakDatabase',
  'keycloakAdmin',
  'keycloakService',
  'keycloakProvider',
  'livekit',
]);

/** @typedef {Record<(typeof NAMES)[number], string>} Secrets */

/**
 * Reads the secrets of this data folder, generating the missing ones. Only the owner may read the files.
 * @param {string} folder
 * @returns {Secrets}
 */
export function readSecrets(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const entries = NAMES.map((name) => {
    const path = `${folder}/${name}`;
    if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
    return [name, readFileSync(path, 'utf8').trim()];
  });
  return Object.fromEntries(entries);
}
