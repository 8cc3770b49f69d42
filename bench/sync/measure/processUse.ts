import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process and its threads so far. Milliseconds; 0 when it is gone. */
export function cpuOf(pid: number): number {
  let ns = 0;
  for (const thread of list(`/proc/${pid}/task`)) {
    // On-CPU time in nanoseconds comes first; the tick counts of `stat` are ten times as coarse as a light run needs.
    ns += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0);
  }
  return ns / 1e6;
}

/** Resident memory. Bytes. */
export function rssOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`));
  return Number(line?.[1] ?? 0) * 1024;
}

/** CPU time of PostgreSQL: the postmaster, the children it has, and those that ended. Milliseconds. */
export function cpuOfPostgres(postmaster: number): number {
  let ms = 0;
  for (const name of list('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = statOf(pid);
    if (!stat) continue;
    if (pid === postmaster) ms += ticks(stat, 11) + ticks(stat, 12) + ticks(stat, 13) + ticks(stat, 14);
    else if (Number(stat[1]) === postmaster) ms += ticks(stat, 11) + ticks(stat, 12);
  }
  return ms;
}

/** Kernel ticks are hundredths of a second on every Linux Node runs on. */
const ticks = (stat: readonly string[], field: number): number => Number(stat[field] ?? 0) * 10;

/** Fields after the name, which may hold spaces: state is 0, parent 1, utime 11. */
function statOf(pid: number): string[] | null {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
