import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { LaunchError } from './LaunchError.mjs';
import { send } from './processes.mjs';
import { removeRecord, writeRecord } from './records.mjs';
import { logTail } from './spawnPart.mjs';

/**
 * Commands running for a step, ended when the launcher is interrupted.
 * @type {Set<number>}
 */
const running = new Set();

/** Ends every command still running for a step, with all it started. */
export function endCommands() {
  for (const pid of running) send(pid, 'SIGKILL', { group: true });
}

/**
 * Runs a command to its end, with its output in a log.
 * @param {object} command
 * @param {string} command.name what it does, as the subject of "… failed"
 * @param {string} command.command
 * @param {readonly string[]} command.args
 * @param {string} command.cwd
 * @param {string} command.logFile
 * @param {Readonly<Record<string, string | undefined>>} [command.env]
 * @param {readonly string[]} [command.ways] what to do when it fails, before "read the log"
 * @param {string} [command.input] given on standard input
 * @param {{ uid: number, gid: number }} [command.user]
 * @param {string} [command.runFolder] recorded here while it runs, so that a start after a killed one can end it
 * @throws {LaunchError}
 */
export async function run({
  name,
  command,
  args,
  cwd,
  logFile,
  env = process.env,
  ways = [],
  input,
  user,
  runFolder,
}) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, [...args], {
    cwd,
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    stdio: [input === undefined ? 'ignore' : 'pipe', log, log],
    detached: true,
    ...user,
  });
  closeSync(log);
  const { pid } = child;
  if (pid) running.add(pid);
  if (pid && runFolder) writeRecord(runFolder, `command-${pid}`, pid, 'SIGTERM');
  if (input !== undefined) child.stdin?.end(input);
  /** @type {string | undefined} */
  const failure = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else resolve(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
  if (pid) running.delete(pid);
  if (pid && runFolder) removeRecord(runFolder, `command-${pid}`);
  if (failure !== undefined) {
    throw new LaunchError(`${name} failed (${failure}).`, `The log ends with:\n${logTail(logFile)}`, [
      ...ways,
      `read the whole log: ${logFile}`,
    ]);
  }
}
