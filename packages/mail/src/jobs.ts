import { MailTask } from '@hemicycle/core';
import { type Database, type Db, Prisma, readRows, runTransaction } from '@hemicycle/db';

/** A job that is ours until `until`. `task` null: written by a version that knows more than this one. */
export interface ClaimedJob {
  readonly id: string;
  readonly task: MailTask | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly until: Date;
}

/** Longer than the slowest server may take over one mail; a process that died held it no longer. Milliseconds. */
const CLAIM = 120_000;
/** Against an error text as long as a mail. Characters. */
const ERROR_LENGTH = 300;

/**
 * Takes up to `count` jobs that are due, the longest waiting first; of several processes each job goes to one, and of a
 * lane the first alone. The key they waited under is given up: the same mail asked for from now on is another.
 */
export async function claimJobs(db: Db, now: Date, count: number): Promise<ClaimedJob[]> {
  const until = new Date(now.getTime() + CLAIM);
  const rows = await readRows<{ id: string; payload: unknown; attempts: number; createdAt: Date }>(
    db,
    Prisma.sql`
    UPDATE mail_jobs SET claimed_until = ${until}, attempts = attempts + 1, key = NULL
    WHERE id IN (
      SELECT j.id FROM mail_jobs j
      WHERE j.ended_at IS NULL AND j.due_at <= ${now} AND (j.claimed_until IS NULL OR j.claimed_until <= ${now})
        AND NOT EXISTS (SELECT FROM mail_jobs o WHERE o.lane = j.lane AND o.ended_at IS NULL AND o.due_at <= ${now}
          AND (o.due_at, o.id) < (j.due_at, j.id))
      ORDER BY j.due_at LIMIT ${count} FOR UPDATE OF j SKIP LOCKED
    )
    RETURNING id, payload, attempts, created_at AS "createdAt"`,
  );
  return rows.map(({ payload, ...row }) => {
    const task = MailTask.safeParse(payload);
    return { ...row, task: task.success ? task.data : null, until };
  });
}

/** The job is over; `also` is noted with it, or neither is. */
export async function endJob(
  database: Database,
  { id, until }: ClaimedJob,
  outcome: 'sent' | 'needless' | 'refused' | 'given up',
  { error, also }: { error?: string; also?: ((db: Db) => Promise<void>) | undefined } = {},
): Promise<void> {
  await runTransaction(database, async (db) => {
    await db.mailJob.updateMany({
      where: { id, claimedUntil: until, endedAt: null },
      data: { endedAt: new Date(), outcome, lastError: error?.slice(0, ERROR_LENGTH) ?? null },
    });
    await also?.(db);
  });
}

/** The job is to be tried again. */
export async function postponeJob(
  database: Database,
  { id, until }: ClaimedJob,
  dueAt: Date,
  error: string,
): Promise<void> {
  await database.mailJob.updateMany({
    where: { id, claimedUntil: until, endedAt: null },
    data: { dueAt, claimedUntil: null, lastError: error.slice(0, ERROR_LENGTH) },
  });
}
