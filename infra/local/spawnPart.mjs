import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LaunchError } from './LaunchError.mjs';
import { send } from './processes.mjs';

/**
 * How to run one part.
 * @typedef {object} PartPlan
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {Readonly<Record<string, string | undefined>>} env the whole environment of the process
 * @property {string} logFile appended to by the process itself, so that it survives the launcher
 * @property {() => Promise<boolean>} ready asked until true
 * @property {number} readyMs how long that may take
 * @property {number} [pollMs] how often it is asked; every 40 ms unless told
 * @property {boolean} [forgiving] one that runs but is not ready in time is waited for no longer: in development, a
 *   watched server with a mistake in its source, which starts when that is corrected
 * @property {NodeJS.Signals} [stopSignal] SIGTERM unless told
 * @property {number} [stopMs] patience before SIGKILL; 10 s unless told
 * @property {boolean} [group] the stop signal goes to the whole process group
 * @property {{ uid: number, gid: number }} [user] run as this user
 */

/**
 * A running part.
 * @typedef {object} Part
 * @property {string} name
 * @property {number} pid
 * @property {Promise<string>} exited how it ended, in words; never rejects
 * @property {() => boolean} running
 * @property {() => Promise<void>} stop asks, waits, insists; resolves when it is gone
 * @property {() => Promise<void>} kill SIGKILL at once
 */

/** A log beyond this is set aside at the next start; one older is kept. Bytes. */
const LOG_KEPT = 5_000_000;

/**
 * Starts a part and waits until it is ready.
 * @param {PartPlan} plan
 * @param {(pid: number) => void} [onSpawn] called before readiness is known
 * @param {{ unattended?: boolean }} [options] unattended: it may outlive this process, which does not wait for it
 * @returns {Promise<Part>}
 * @throws {LaunchError} with the end of its log when it ends or stays silent
 */
export async function spawnPart(plan, onSpawn, { unattended = false } = {}) {
  const part = spawnOnly(plan, unattended);
  onSpawn?.(part.pid);
  const deadline = Date.now() + plan.readyMs;
  for (;;) {
    if (await plan.ready().catch(() => false)) return part;
    const end = part.running() ? undefined : await part.exited;
    const late = Date.now() > deadline;
    if (late && end === undefined && plan.forgiving) return part;
    if (late || end !== undefined) {
      await part.kill();
      throw new LaunchError(
        `${plan.name} did not start.`,
        `${end ? `It ended: ${end}` : `It was not ready after ${plan.readyMs / 1000} s`}. Its log ends with:\n${logTail(plan.logFile)}`,
        [`read the whole log: ${plan.logFile}`, 'correct the cause and start again'],
      );
    }
    await Promise.race([delay(plan.pollMs ?? 40), part.exited]);
  }
}

/** @param {PartPlan} plan @param {boolean} unattended @returns {Part} */
function spawnOnly(plan, unattended) {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  if (existsSync(plan.logFile) && statSync(plan.logFile).size > LOG_KEPT) {
    renameSync(plan.logFile, `${plan.logFile}.1`);
  }
  const log = openSync(plan.logFile, 'a', 0o600);
  const child = spawn(plan.command, [...plan.args], {
    cwd: plan.cwd,
    env: /** @type {NodeJS.ProcessEnv} */ (plan.env),
    stdio: ['ignore', log, log],
    // Its own group: a Ctrl-C at the terminal reaches the launcher alone, which stops the parts in order.
    detached: true,
    ...plan.user,
  });
  closeSync(log);
  if (unattended) child.unref();
  let over = false;
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `by ${signal}` : `with exit code ${code}`));
  });
  void exited.then(() => {
    over = true;
  });
  const pid = child.pid ?? 0;
  const stopWith = async (/** @type {NodeJS.Signals} */ signal, /** @type {number} */ patienceMs) => {
    if (pid === 0) return;
    if (!over) {
      send(pid, signal, { group: plan.group ?? false });
      const timer = new AbortController();
      await Promise.race([exited, delay(patienceMs, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
    }
    send(pid, 'SIGKILL', { group: true });
    await exited;
  };
  return {
    name: plan.name,
    pid,
    exited,
    running: () => !over,
    stop: () => stopWith(plan.stopSignal ?? 'SIGTERM', plan.stopMs ?? 10_000),
    kill: () => stopWith('SIGKILL', 5_000),
  };
}

/**
 * @param {string} path
 * @param {number} [lines]
 */
export function logTail(path, lines = 12) {
  try {
    return readFileSync(path, 'utf8').slice(-6_000).trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no log)';
  }
}
