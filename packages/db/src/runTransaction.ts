import { setTimeout as wait } from 'node:timers/promises';
import { Prisma } from '../generated/client';
import type { Database, Transaction } from './Db';
import { postgresCode } from './postgresCode';

const TRIES = 4;
/** First wait between tries; doubled each time, with jitter. Milliseconds. */
const BACKOFF = 15;

/**
 * Runs `work` in one transaction (read committed; take row locks for what must not change underneath). A deadlock or
 * a serialisation failure is tried again a few times: `work` must have no effect outside the transaction.
 */
export async function runTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { maxWait: 5_000, timeout: 15_000 });
    } catch (error) {
      if (attempt >= TRIES || !isConflict(error)) throw error;
      await wait(BACKOFF * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** SQLSTATE: serialization_failure, deadlock_detected. What a raw statement met comes with no code of Prisma's own. */
const CONFLICTS: readonly (string | undefined)[] = ['40001', '40P01'];

function isConflict(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2034' || CONFLICTS.includes(postgresCode(error)))
  );
}
