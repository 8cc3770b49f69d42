import { setTimeout as wait } from 'node:timers/promises';
import { type Background, createOperation, keepLooking, type Operation } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import type { MailEnv } from '@hemicycle/env';
import { getPlainTranslator } from '@hemicycle/i18n/plain';
import type { Logger } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import type { ComposeParts } from './composers/ComposeParts';
import { composeMail } from './composers/composeMail';
import { createTransport, type MailTransport, RefusedForGood } from './createTransport';
import { type ClaimedJob, claimJobs, endJob, postponeJob } from './jobs';
import { renderMail } from './renderMail';

export interface MailPace {
  /** First wait after a failure; doubled each time. Milliseconds. */
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** How often it is looked for what is due without being told. Milliseconds. */
  readonly round: number;
}

const PACE: MailPace = { firstRetry: 15_000, longestRetry: 30 * 60_000, round: 10_000 };
/** A server that is away for longer than a long weekend has lost its mail. Milliseconds. */
const GIVE_UP = 4 * 24 * 60 * 60_000;
/** How long the end of a process waits for mails under way. Milliseconds. */
const PATIENCE = 5_000;
/** Mails at once, of one process: against taking more than can be sent while the claim lasts. */
const AT_ONCE = 4;

export interface MailWorkerParts extends Background {
  readonly mail: MailEnv;
  readonly publicOrigin: string;
  /** Left out: as production needs it. */
  readonly pace?: MailPace;
}

/**
 * Sends what is due, as soon as it is told, and looks again every few seconds: what a message missed, and what a process
 * that died had taken. A mail whose server does not answer waits, longer each time; nothing is lost with a process.
 */
export function startMailWorker(parts: MailWorkerParts): { stop(): Promise<void> } {
  const { database, bus, log, mail, pace = PACE } = parts;
  const transport = createTransport(mail, getPlainTranslator('en', 'common')('product'));
  const system = (): Operation => createOperation({ ...parts, wakeEvents: bus.wake, actor: ANONYMOUS });
  const sender = { database, transport, log, pace, compose: { publicOrigin: parts.publicOrigin }, system };
  const look = async (): Promise<boolean> => {
    const jobs = await claimJobs(database, new Date(), AT_ONCE);
    await Promise.all(jobs.map((job) => deliver(sender, job)));
    return jobs.length === AT_ONCE;
  };
  const rounds = keepLooking(pace.round, look, (error) =>
    log.warn({ err: error }, 'mail could not be looked for'),
  );
  const unsubscribe = bus.subscribe({
    onRecord: ({ event }) => {
      if (event.type === 'mail.queued') rounds.ask();
    },
    onGap: rounds.ask,
  });
  return {
    stop: async () => {
      unsubscribe();
      // What a slow server is being told is told again later; a process that is to end does not wait for that.
      const patience = new AbortController();
      await Promise.race([
        rounds.stop(),
        wait(PATIENCE, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      patience.abort();
      transport.close();
    },
  };
}

interface Sender {
  readonly database: Database;
  readonly transport: MailTransport;
  readonly log: Logger;
  readonly pace: MailPace;
  readonly compose: ComposeParts;
  readonly system: () => Operation;
}

/** One job to one of its ends, or to a later try. Never raises. */
async function deliver(
  { database, transport, log, pace, compose, system }: Sender,
  job: ClaimedJob,
): Promise<void> {
  const about = { job: job.id, kind: job.task?.kind, attempt: job.attempts };
  try {
    const composed = job.task && (await composeMail(system(), compose, job.task));
    if (composed === null) return await endJob(database, job, 'needless');
    await transport.send(job.id, { to: composed.to, ...renderMail(composed.content) });
    await endJob(database, job, 'sent', { also: composed.sent });
    log.info(about, 'mail sent');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const late = Date.now() - job.createdAt.getTime() > GIVE_UP;
    const pause =
      Math.min(pace.longestRetry, pace.firstRetry * 2 ** (job.attempts - 1)) * (0.8 + Math.random() * 0.4);
    const refused = error instanceof RefusedForGood;
    log.warn({ ...about, reason, again: !(refused || late) }, 'mail was not sent');
    const noted =
      refused || late
        ? endJob(database, job, refused ? 'refused' : 'given up', { error: reason })
        : postponeJob(database, job, new Date(Date.now() + pause), reason);
    // Not noted: the claim lapses, and it is tried again.
    await noted.catch((err: unknown) => log.warn({ ...about, err }, 'the end of a mail was not noted'));
  }
}
