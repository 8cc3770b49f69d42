import { DomainError } from '@hemicycle/contracts';
import { type Database, type Db, runTransaction } from '@hemicycle/db';
import type { Logger } from '@hemicycle/observability';
import type { Account, Actor } from '@hemicycle/policies';
import type { Services } from './Services';

/** What every operation gets: who asks, when, and through what it reads, writes and acts. */
export interface Operation {
  /** The client or, inside `inTransaction`, the transaction. */
  readonly db: Db;
  /** The client, also inside a transaction: only to open one. */
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
  readonly services: Services;
  readonly log: Logger;
  /** Work to do once the transaction is committed; null outside of one. */
  readonly afterCommit: (() => Promise<void>)[] | null;
  /** `wake` of the bus: tells that an outbox row is committed; null where the commit itself notifies. */
  readonly wakeEvents: WakeEvents | null;
}

export type WakeEvents = (outboxId: string) => void;

/** As much of an operation as transactions and events need. */
export type Transactional = Pick<Operation, 'db' | 'database' | 'log' | 'afterCommit' | 'wakeEvents'>;

export interface OperationParts {
  readonly database: Database;
  readonly actor: Actor;
  readonly services: Services;
  /** Left out: null. */
  readonly wakeEvents?: WakeEvents | null;
  readonly log: Logger;
  readonly now?: Date;
}

/** Parts whose logger is only made when something is logged. */
export type LazyOperationParts = Omit<OperationParts, 'log'> & { readonly log: () => Logger };

/** @example createOperation({ database, actor: ANONYMOUS, services, log: logger('jobs') }) */
export function createOperation(parts: OperationParts | LazyOperationParts): Operation {
  const { database, actor, services, now = new Date(), log, wakeEvents = null } = parts;
  const operation = { db: database, database, actor, now, services, afterCommit: null, wakeEvents };
  if (typeof log !== 'function') return { ...operation, log };
  let made: Logger | undefined;
  return {
    ...operation,
    get log() {
      made ??= log();
      return made;
    },
  };
}

/**
 * Runs `work` in one transaction; inside another it joins that one. A deadlock tries it again, so `work` must not act
 * outside the database: what does goes into `afterCommit`.
 */
export async function inTransaction<Op extends Transactional, T>(
  op: Op,
  work: (op: Op) => Promise<T>,
): Promise<T> {
  if (op.afterCommit !== null) return work(op);
  let afterCommit: (() => Promise<void>)[] = [];
  const result = await runTransaction(op.database, (db) => {
    afterCommit = [];
    return work({ ...op, db, afterCommit });
  });
  for (const act of afterCommit) {
    await act().catch((error: unknown) => op.log.error({ err: error }, 'work after a commit failed'));
  }
  return result;
}

/** Does `act` once the transaction is committed, at once outside of one. Its failure is logged, not raised. */
export async function whenCommitted(
  op: Pick<Operation, 'afterCommit' | 'log'>,
  act: () => Promise<void>,
): Promise<void> {
  if (op.afterCommit !== null) op.afterCommit.push(act);
  else await act().catch((error: unknown) => op.log.error({ err: error }, 'work after a commit failed'));
}

/**
 * The signed-in account that asks.
 * @throws DomainError sign_in_required
 */
export function accountOf(op: Pick<Operation, 'actor'>): Account {
  if (op.actor.kind !== 'account') throw new DomainError('sign_in_required');
  return op.actor;
}
