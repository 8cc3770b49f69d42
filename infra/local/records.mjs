import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { endForeign, isSame, startOf } from './processes.mjs';

/**
 * Who runs for one data folder, on disk, so that the next start can find what a killed launcher left behind.
 * @typedef {{ name: string, pid: number, start: string, stopSignal: NodeJS.Signals }} PartRecord
 */

/** @param {string} folder @param {string} name @param {number} pid @param {NodeJS.Signals} stopSignal */
export function writeRecord(folder, name, pid, stopSignal) {
  const start = startOf(pid);
  if (!start) return;
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/${name}.json`;
  writeFileSync(`${path}.tmp`, JSON.stringify({ name, pid, start, stopSignal }));
  renameSync(`${path}.tmp`, path);
}

/** @param {string} folder @param {string} name */
export function removeRecord(folder, name) {
  rmSync(`${folder}/${name}.json`, { force: true });
}

/**
 * The records whose process still runs; the others (stale pid files) are removed.
 * @param {string} folder
 * @returns {PartRecord[]}
 */
export function liveRecords(folder) {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const record = parseRecord(`${folder}/${file}`);
      if (record && isSame(record.pid, record.start)) return [record];
      rmSync(`${folder}/${file}`, { force: true });
      return [];
    });
}

/**
 * Ends parts left behind by a launcher that was killed. Returns their names.
 * @param {string} folder
 */
export async function endOrphans(folder) {
  const orphans = liveRecords(folder).filter((record) => record.name !== 'launcher');
  await Promise.all(orphans.map((orphan) => endForeign(orphan.pid, orphan.start, orphan.stopSignal, 10_000)));
  for (const orphan of orphans) removeRecord(folder, orphan.name);
  return orphans.map((orphan) => orphan.name);
}

/** @param {string} path @returns {PartRecord | undefined} */
function parseRecord(path) {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isInteger(record.pid) && typeof record.start === 'string' ? record : undefined;
  } catch {
    return undefined;
  }
}
