import { mkdirSync, rmSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A holder older than this was killed: nothing done under a lock takes as long. Milliseconds. */
const STALE = 300_000;

/** Runs `work` while no other process of the run does the same: parts are shared between test files. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      mkdirSync(path);
      break;
    } catch {
      if (age(path) > STALE) rmSync(path, { recursive: true, force: true });
      await delay(25);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function age(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
