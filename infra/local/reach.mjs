import { LaunchError } from './LaunchError.mjs';
import { accepts } from './parts/postgres.mjs';

/**
 * The parts that were given by address must answer before anything is built on them.
 * @param {import('./settings.mjs').Settings} settings
 * @throws {LaunchError}
 */
export async function requireReachable({ external, environment, databaseUrl, busUrl }) {
  if (external.postgres) {
    const { hostname, port } = new URL(databaseUrl);
    await requireAnswer('PostgreSQL', 'DATABASE_URL', `${hostname}:${port || 5432}`, () =>
      accepts(Number(port || 5432), hostname),
    );
  }
  if (external.keycloak) {
    const url = `${environment.KEYCLOAK_URL}/realms/hemicycle/.well-known/openid-configuration`;
    await requireAnswer('Keycloak with the realm hemicycle', 'KEYCLOAK_URL', url, () => answers(url));
  }
  if (external.livekit) {
    const url = environment.LIVEKIT_URL.replace(/^ws/, 'http');
    await requireAnswer('LiveKit', 'LIVEKIT_URL', url, () => answers(url));
  }
  if (external.bus) {
    const { hostname, port } = new URL(busUrl);
    const address = `${hostname}:${port || 6379}`;
    const without = 'then PostgreSQL carries the wake-ups';
    await requireAnswer('Valkey', 'BUS_URL', address, () => accepts(Number(port || 6379), hostname), without);
  }
}

/** @param {string} url */
const answers = async (url) => (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;

/**
 * @param {string} part @param {string} variable @param {string} address @param {() => Promise<boolean>} check
 * @param {string} [without] what happens when the variable is unset
 */
async function requireAnswer(part, variable, address, check, without = 'then we start our own') {
  if (await check().catch(() => false)) return;
  throw new LaunchError(`${part} does not answer at ${address}.`, `${variable} names it, so we start none.`, [
    'start it, or correct the address and the way there',
    `or unset ${variable}: ${without}`,
  ]);
}
