import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/**
 * Where everything of one running workspace lives. Tests use another data folder and share the cache.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 */
export function folders(env = process.env) {
  const data = resolve(root, env.HEMICYCLE_DATA || '.data');
  return {
    data,
    /** Built and fetched binaries; holds nothing personal and may be shared between checkouts. */
    cache: resolve(root, env.HEMICYCLE_CACHE || `${root}/.data/cache`),
    logs: `${data}/logs`,
    run: `${data}/run`,
    secrets: `${data}/secrets`,
    blobs: `${data}/blobs`,
    postgres: `${data}/postgres`,
    keycloak: `${data}/keycloak`,
    livekit: `${data}/livekit`,
  };
}

/** @typedef {ReturnType<typeof folders>} Folders */
