import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {{ uid: number, gid: number }} User */

/**
 * PostgreSQL refuses to run as root. Then it runs as the system's `postgres` user or, where there is none, `nobody`.
 * @returns {User | undefined} nothing when we are an ordinary user already
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/**
 * Whether another user can pass through every folder above a path; a checkout in root's home or in a private
 * temporary folder says no.
 * @param {string} path
 */
export function othersMayEnter(path) {
  for (let folder = path; folder !== '/'; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/**
 * A folder the other user can reach that stands for `path`: itself, or one under /var/lib/hemicycle.
 * @param {string} path @param {User | undefined} user
 */
export function reachable(path, user) {
  if (!user || othersMayEnter(dirname(path))) return path;
  return `/var/lib/hemicycle/${path.slice(1).replaceAll('/', '-')}`;
}

/**
 * The programs where the other user can run them: in place, or copied once.
 * @param {string} native @param {string} version @param {User | undefined} user
 */
export function runnablePrograms(native, version, user) {
  if (!user || othersMayEnter(native)) return native;
  const copy = `/var/lib/hemicycle/programs/postgres-${version}`;
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return copy;
}

/** @param {string} folder @param {User | undefined} user */
export function makeOwned(folder, user) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}
