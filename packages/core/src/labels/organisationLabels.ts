import { DomainError, type Label } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { areOrdered } from '@hemicycle/policies';
import { authorize } from '../access/authorize';
import { LABEL_COLUMNS } from '../access/labelTerms';
import { publish } from '../events/publish';
import { accountOf, type Operation } from '../operation';
import { requireRecentSignIn } from '../sessions/requireRecentSignIn';

/** Labels of an organisation, the most open first. */
export async function organisationLabels(op: Operation, organisationId: string): Promise<Label[]> {
  return readRows<Label>(
    op.db,
    Prisma.sql`SELECT ${LABEL_COLUMNS} FROM labels l WHERE l.organisation_id = ${organisationId}::uuid
      ORDER BY l.rank, l.id`,
  );
}

/**
 * For who keeps the labels of their organisation: changes of them happen one after the other until the transaction ends.
 * @returns the organisation's id and its labels as they are now
 * @throws DomainError forbidden, step_up_required
 */
export async function lockLabels(op: Operation): Promise<{ organisationId: string; labels: Label[] }> {
  const { organisationId } = accountOf(op);
  authorize(op.actor, 'organisation', 'administer', { organisationId });
  await requireRecentSignIn(op);
  await op.db.$queryRaw`SELECT 1 FROM organisations WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  return { organisationId, labels: await organisationLabels(op, organisationId) };
}

/** @throws DomainError label_order: one permits what a more open one does not */
export function requireOrder(labels: readonly Label[]): void {
  if (!areOrdered(labels)) throw new DomainError('label_order');
}

/** @throws DomainError name_taken by another of the labels */
export function requireFreeName(labels: readonly Label[], name: string): void {
  const folded = name.toLocaleLowerCase();
  if (labels.some((label) => label.name?.toLocaleLowerCase() === folded)) throw new DomainError('name_taken');
}

/** Gives the labels the ranks of their places. */
export async function writeRanks(
  op: Operation,
  labels: readonly Pick<Label, 'id' | 'rank'>[],
): Promise<void> {
  for (const [rank, label] of labels.entries()) {
    if (label.rank === rank) continue;
    await op.db.label.update({ where: { id: label.id }, data: { rank }, select: { id: true } });
  }
}

/** What labels permit is not what it was: whoever is anywhere is asked anew, on every node. */
export async function publishLabels(op: Operation): Promise<void> {
  await publish(op, 'servers', { type: 'access.changed', userId: null, spaceId: null });
}
