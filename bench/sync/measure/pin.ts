import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Whether processes can be tied to cores here: they must be at least two, and `taskset` there. */
const possible = cpus().length >= 2 && spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

/** The server has the first core, generators the others, so that neither pushes the other aside. */
export const PINNED = possible;

/** The command line that keeps a process on its cores. */
export function pinned(
  who: 'server' | 'generator',
  command: string,
  args: readonly string[],
): [string, string[]] {
  if (!possible) return [command, [...args]];
  const cores = who === 'server' ? '0' : `1-${cpus().length - 1}`;
  return ['taskset', ['-c', cores, command, ...args]];
}
