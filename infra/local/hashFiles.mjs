import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What holds results, not inputs. */
const SKIPPED = new Set(['node_modules', 'dist', '.next', '.turbo', 'generated', '.data', 'next-env.d.ts']);

/**
 * One hash over files and folders, by content and path: the same inputs give the same hash on every machine.
 * Tests are left out: they are in no build.
 * @param {string} base @param {readonly string[]} paths relative to base
 */
export function hashFiles(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, base, path);
  return hash.digest('hex').slice(0, 24);
}

/** @param {import('node:crypto').Hash} hash @param {string} base @param {string} path */
function addTo(hash, base, path) {
  const full = join(base, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) {
      if (!SKIPPED.has(name)) addTo(hash, base, join(path, name));
    }
    return;
  }
  if (/\.(test|spec)\.tsx?$/.test(path)) return;
  hash.update(path).update('\0').update(readFileSync(full)).update('\0');
}

/**
 * Does work only when its inputs changed since it last succeeded.
 * @param {string} stampFile @param {string} hash @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether work was done
 */
export async function onceFor(stampFile, hash, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false;
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
  return true;
}
