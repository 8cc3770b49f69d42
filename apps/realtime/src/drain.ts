import { setTimeout as delay } from 'node:timers/promises';
import { CLOSE, type CloseCode } from '@hemicycle/contracts';
import type { Logger } from '@hemicycle/observability';
import type { RealtimeLimits } from './limits/limits';
import type { GroupCommit } from './store/GroupCommit';

interface Leaving {
  close(code: CloseCode, reason: string): void;
}

export interface DrainParts {
  readonly commits: Pick<GroupCommit, 'drain'>;
  /** Everybody who is connected at the moment. */
  readonly sockets: () => readonly Leaving[];
  readonly limits: Pick<RealtimeLimits, 'drainMs' | 'drainPerSecond'>;
  readonly log: Logger;
}

/** How long a closing process tries to store what it received. Milliseconds; with the rest below what a restart waits. */
const STORE_MS = 6_000;
/** The same for what came while sockets were sent away. */
const STORE_REST_MS = 2_000;
/** Peers get so long to answer our close frames. Milliseconds. */
const GOODBYE_MS = 1_000;
const STEP_MS = 20;

/**
 * Ends a process that accepts nobody any more. What is stored is acknowledged before the sockets close, so that editors
 * come back as "Saved". They are sent away one after the other, in no order: thousands who came back in one moment would
 * be a burst to the nodes that stay.
 */
export async function drain({ commits, sockets, limits, log }: DrainParts): Promise<void> {
  await store(commits, STORE_MS, log);
  const leaving = shuffled(sockets());
  const spreadMs = Math.min(limits.drainMs, (leaving.length / limits.drainPerSecond) * 1_000);
  const begun = performance.now();
  for (let sent = 0; sent < leaving.length; ) {
    const share = spreadMs === 0 ? 1 : Math.min(1, (performance.now() - begun + STEP_MS) / spreadMs);
    const due = Math.ceil(share * leaving.length);
    for (const socket of leaving.slice(sent, due)) socket.close(CLOSE.goingAway, 'restarting');
    sent = due;
    await delay(STEP_MS);
  }
  for (const late of sockets()) late.close(CLOSE.goingAway, 'restarting');
  await store(commits, STORE_REST_MS, log);
  const until = performance.now() + GOODBYE_MS;
  while (sockets().length > 0 && performance.now() < until) await delay(STEP_MS);
}

async function store(commits: DrainParts['commits'], withinMs: number, log: Logger): Promise<void> {
  if (await commits.drain(withinMs)) return;
  log.error('edits could not be stored before the end; editors keep them and offer them again');
}

function shuffled<T>(items: readonly T[]): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}
