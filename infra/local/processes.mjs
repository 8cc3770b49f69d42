import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * When a process began, in the system's own words: with the pid it names one process for ever, since pids are reused.
 * @param {number} pid
 * @returns {string | undefined} nothing when no such process runs (a zombie does not)
 */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command, in parentheses, may hold spaces; the fields after it do not.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    const answer = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return answer || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @param {string} start */
export const isSame = (pid, start) => startOf(pid) === start;

/**
 * Sends a signal, to the whole group when the process leads one. Quiet when it is already gone.
 * @param {number} pid @param {NodeJS.Signals} signal @param {{ group?: boolean }} [options]
 */
export function send(pid, signal, { group = false } = {}) {
  try {
    process.kill(group ? -pid : pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a process we do not have as a child: asks, then insists. Resolves when it is gone.
 * @param {number} pid @param {string} start @param {NodeJS.Signals} signal @param {number} patienceMs
 * @param {boolean} [group] the signal goes to its whole group
 */
export async function endForeign(pid, start, signal, patienceMs, group = false) {
  send(pid, signal, { group });
  const deadline = Date.now() + patienceMs;
  while (isSame(pid, start)) {
    if (Date.now() > deadline) {
      send(pid, 'SIGKILL', { group: true });
      send(pid, 'SIGKILL');
    }
    await delay(50);
  }
  // Helpers it left in its group (a compiler's workers, say) have nobody to serve any more.
  send(pid, 'SIGKILL', { group: true });
}
