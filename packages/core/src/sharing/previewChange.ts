import {
  type AccessChange,
  type AccessPreview,
  LIMITS,
  type PersonSummary,
  type Role,
  roleAtLeast,
} from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { holders } from '../access/holders';
import { inTransaction, type Operation } from '../operation';
import { PERSON, presentPerson } from '../people/presentPerson';
import { changeGrant } from './changeGrant';
import { grantAccess } from './grantAccess';
import { loadSharing, nodesOf, type ResourceKey } from './loadSharing';
import { removeLink } from './removeLink';
import { revokeAll } from './revokeAll';
import { revokeGrant } from './revokeGrant';
import { setSharingPolicy } from './setSharingPolicy';
import { transferOwnership } from './transferOwnership';

/** As many as one looks through in a dialog. */
const SHOWN = 50;

type Roles = ReadonlyMap<string, Role>;

/** Carries the answer out of the transaction it undoes. */
class Undone extends Error {
  readonly before: Roles;
  readonly after: Roles;

  constructor(before: Roles, after: Roles) {
    super('a preview is undone');
    this.before = before;
    this.after = after;
  }
}

/**
 * Who would gain and who would lose on a resource by a change: the change itself is made, looked at and undone, so that
 * the answer, and every refusal, is that of the change.
 * @throws DomainError whatever the change would
 */
export async function previewChange(
  op: Operation,
  input: ResourceKey & AccessChange,
): Promise<AccessPreview> {
  const { resourceType, resourceId } = input;
  const key = { resourceType, resourceId };
  const undone = await inTransaction(op, async (op) => {
    await loadSharing(op, key, 'read', { lock: true });
    const before = await rolesOn(op, key);
    await make(op, key, input);
    throw new Undone(before, await rolesOn(op, key));
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error;
    throw error;
  });
  return present(op, undone);
}

async function make(op: Operation, key: ResourceKey, input: AccessChange): Promise<unknown> {
  switch (input.change) {
    case 'grant':
      return grantAccess(op, { ...key, ...input });
    case 'change':
      return changeGrant(op, { ...key, ...input });
    case 'revoke':
      return revokeGrant(op, { ...key, grantId: input.grantId });
    case 'revokeAll':
      return revokeAll(op, key);
    case 'transfer':
      return transferOwnership(op, { spaceId: key.resourceId, userId: input.userId });
    case 'unlink':
      return removeLink(op, key);
    case 'policy':
      return setSharingPolicy(op, { ...key, ...input });
  }
}

async function rolesOn(op: Operation, key: ResourceKey): Promise<Roles> {
  const rows = await readRows<{ userId: string; role: Role }>(
    op.db,
    Prisma.sql`
    SELECT h.user_id AS "userId", max(h.role)::text AS role
    FROM ${holders(nodesOf(key), op.now)} h JOIN users u ON u.id = h.user_id AND u.disabled_at IS NULL
    GROUP BY h.user_id ORDER BY h.user_id LIMIT ${LIMITS.previewPeople + 1}`,
  );
  return new Map(rows.map(({ userId, role }) => [userId, role]));
}

async function present(op: Operation, { before, after }: Undone): Promise<AccessPreview> {
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((userId) => {
    const change = { userId, before: before.get(userId) ?? null, after: after.get(userId) ?? null };
    return change.before === change.after ? [] : [change];
  });
  const gains = changed.filter((one) => one.before === null || roleAtLeast(one.after, one.before));
  const losses = changed.filter((one) => !gains.includes(one));
  const shown = [...gains.slice(0, SHOWN), ...losses.slice(0, SHOWN)].map(({ userId }) => userId);
  const rows = await op.db.user.findMany({ where: { id: { in: shown } }, select: PERSON });
  const people = new Map(rows.map((row) => [row.id, presentPerson(row)]));
  const told = (list: typeof changed): { person: PersonSummary; before: Role | null; after: Role | null }[] =>
    list.slice(0, SHOWN).flatMap(({ userId, ...change }) => {
      const person = people.get(userId);
      return person ? [{ person, ...change }] : [];
    });
  return {
    gains: told(gains),
    losses: told(losses),
    gainCount: gains.length,
    lossCount: losses.length,
    complete: Math.max(before.size, after.size) <= LIMITS.previewPeople,
  };
}
