import { DomainError, type HandlerBody, LIMITS, type Role, roleAtLeast } from '@hemicycle/contracts';
import { isUniqueViolation, newId, Prisma, readRows } from '@hemicycle/db';
import { documentStandings } from '../access/documentStandings';
import { holders } from '../access/holders';
import { spaceRole } from '../access/spaceAccess';
import { welcomeIn } from '../access/welcomeIn';
import { audit } from '../audit';
import { publishAll } from '../events/publish';
import { notify } from '../notifications/notify';
import { accountOf, inTransaction, type Operation } from '../operation';
import { nodesOf, type ResourceKey } from './loadSharing';

type RequestAccessInput = ResourceKey & HandlerBody<'POST /access/{resourceType}/{resourceId}/requests'>;

const HOUR = 60 * 60 * 1000;

/**
 * Asks the owners of a resource for a role. Whoever may not read it learns nothing: the answer is the same whether it
 * exists, is of another organisation, lies in the trash, was declined a moment ago, or is asked for already (then the
 * request says what was asked for last).
 * @throws DomainError already_granted, only to who may read the resource and holds as much
 */
export async function requestAccess(op: Operation, input: RequestAccessInput): Promise<void> {
  const { userId } = accountOf(op);
  const { resourceType, resourceId, role, message } = input;
  const place = await placeOf(op, input);
  if (place === null) return;
  if (roleAtLeast(place.role, role)) throw new DomainError('already_granted');
  if (place.trashed || !place.welcome) return;
  const here = { resourceType, resourceId, userId };
  const work = inTransaction(op, async (op) => {
    const open = { ...here, answeredAt: null };
    const again = await op.db.accessRequest.updateMany({ where: open, data: { role, message } });
    if (again.count > 0 || !(await mayAsk(op, here))) return;
    const id = newId();
    await op.db.accessRequest.create({
      data: { id, ...here, role, message, createdAt: op.now },
      select: { id: true },
    });
    await audit(op, 'access.requested', { type: resourceType, id: resourceId }, { role });
    const owners = await ownersOf(op, input);
    await publishAll(
      op,
      owners.map((owner) => [
        `user:${owner}`,
        { type: 'request.changed', userId: owner, resourceType, resourceId },
      ]),
    );
    const documentId = resourceType === 'document' ? resourceId : null;
    await notify(op, owners, {
      kind: 'request',
      actorId: userId,
      spaceId: place.spaceId,
      documentId,
      key: `request:${id}`,
    });
  });
  // Asked twice at once: one of the two is there.
  await work.catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
  });
}

/** Not above the bound of what waits, and not soon after a refusal. */
async function mayAsk(op: Operation, here: ResourceKey & { userId: string }): Promise<boolean> {
  const waiting = await op.db.accessRequest.count({ where: { userId: here.userId, answeredAt: null } });
  if (waiting >= LIMITS.openRequests) return false;
  const since = new Date(op.now.getTime() - LIMITS.requestAgainHours * HOUR);
  const refused = await op.db.accessRequest.count({
    where: { ...here, answeredAt: { gt: since }, grantedRole: null },
  });
  return refused === 0;
}

async function placeOf(
  op: Operation,
  { resourceType, resourceId }: ResourceKey,
): Promise<{ spaceId: string; welcome: boolean; role: Role | null; trashed: boolean } | null> {
  const { userId } = accountOf(op);
  let spaceId = resourceId;
  let held: { role: Role | null; trashed: boolean } = { role: null, trashed: false };
  if (resourceType === 'document') {
    const [standing] = await documentStandings(op.db, [{ userId, documentId: resourceId }], op.now);
    if (!standing) return null;
    spaceId = standing.spaceId;
    held = standing;
  } else held = { role: await spaceRole(op, spaceId), trashed: false };
  const [row] = await readRows<{ welcome: boolean }>(
    op.db,
    Prisma.sql`SELECT ${welcomeIn(spaceId)} AS welcome FROM users u WHERE u.id = ${userId}::uuid`,
  );
  return row === undefined ? null : { spaceId, welcome: row.welcome, role: held.role, trashed: held.trashed };
}

/** Owners by grant, who can answer; as many as are named in events. */
async function ownersOf(op: Operation, key: ResourceKey): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    op.db,
    Prisma.sql`
    SELECT DISTINCT h.user_id AS id FROM ${holders(nodesOf(key), op.now)} h JOIN users u ON u.id = h.user_id
    WHERE h.role = 'owner' AND h.link_id IS NULL AND u.disabled_at IS NULL LIMIT ${LIMITS.accessEvents}`,
  );
  return rows.map(({ id }) => id);
}
