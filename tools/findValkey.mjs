import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { installDebianPackages } from './installDebianPackages.mjs';

/**
 * A Valkey (or Redis, which speaks the same) for the tests of the bus. On Debian and as root it is installed when
 * missing; elsewhere one line says what to do.
 * @returns {string} its path
 * @throws {Error} with that line
 */
export function findValkey() {
  const found = find() ?? (installDebianPackages(['redis-server'], ['redis-server']) ? find() : undefined);
  if (found) return found;
  throw new Error(
    'No Valkey was found: install one (apt install valkey-server or redis-server, brew install valkey), on PATH.',
  );
}

function find() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['valkey-server', 'redis-server']
    .flatMap((name) => folders.map((folder) => `${folder}/${name}`))
    .find((path) => existsSync(path));
}
