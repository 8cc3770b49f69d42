import { newId, Prisma } from '@hemicycle/db';
import { publish } from '../events/publish';
import type { Operation } from '../operation';
import type { MailTask } from './MailTask';

type Queuer = Pick<Operation, 'db' | 'now' | 'afterCommit' | 'log' | 'wakeEvents'>;

export interface QueueMailOptions {
  /** Of the jobs that wait, one at most has this key: asked for again, it goes out at the earlier of the two times. */
  readonly key?: string;
  /** Left out: now. */
  readonly dueAt?: Date;
}

/** Has a mail sent, once the transaction it is asked in is committed. */
export async function queueMail(
  op: Queuer,
  task: MailTask,
  { key, dueAt = op.now }: QueueMailOptions = {},
): Promise<void> {
  const row = Prisma.sql`SELECT ${newId()}::uuid, ${task.kind}, ${JSON.stringify(task)}::jsonb, ${key ?? null},
    ${dueAt}::timestamptz, ${op.now}::timestamptz`;
  await queueRows(op, row);
  if (dueAt <= op.now) await wakeMail(op);
}

/** The same for the rows of a query: (id, kind, payload, key, due_at, created_at). Wakes nobody. */
export async function queueRows(op: Pick<Operation, 'db'>, rows: Prisma.Sql): Promise<void> {
  await op.db.$executeRaw`
    INSERT INTO mail_jobs (id, kind, payload, key, lane, due_at, created_at)
    SELECT r.id, r.kind, r.payload, r.key, r.key, r.due_at, r.created_at
    FROM (${rows}) AS r(id, kind, payload, key, due_at, created_at)
    ON CONFLICT (key) DO UPDATE SET due_at = least(mail_jobs.due_at, excluded.due_at)`;
}

/** Something is due: whoever sends mail looks now, instead of at the next round. */
export async function wakeMail(op: Queuer): Promise<void> {
  await publish(op, 'servers', { type: 'mail.queued' });
}
