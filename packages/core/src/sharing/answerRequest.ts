import { DomainError, type HandlerBody } from '@hemicycle/contracts';
import { audit } from '../audit';
import { publish } from '../events/publish';
import { accountOf, inTransaction, type Operation } from '../operation';
import { changeGrant } from './changeGrant';
import { grantAccess } from './grantAccess';
import { loadSharing, type ResourceKey } from './loadSharing';

type AnswerRequestInput = ResourceKey & {
  requestId: string;
} & HandlerBody<'POST /access/{resourceType}/{resourceId}/requests/{requestId}/answer'>;

/**
 * Grants a request, as `grantAccess` would, or declines it. What is given is the answering person's choice, and never
 * more than they hold; a request has one answer.
 * @throws DomainError not_found (also when it has an answer), forbidden, more_than_held, last_owner, invalid_input
 */
export async function answerRequest(op: Operation, input: AnswerRequestInput): Promise<void> {
  await inTransaction(op, async (op) => {
    const { resourceType, resourceId, requestId, grant } = input;
    await loadSharing(op, input, 'manage', { lock: true });
    const key = { resourceType, resourceId };
    const request = await op.db.accessRequest.findFirst({
      where: { id: requestId, ...key, answeredAt: null },
    });
    if (request === null) throw new DomainError('not_found', 'request');
    const { userId } = request;
    if (grant !== null) {
      const known = await op.db.grant.findFirst({
        where: { ...key, userId, OR: [{ expiresAt: null }, { expiresAt: { gt: op.now } }] },
        select: { id: true },
      });
      if (known) await changeGrant(op, { ...key, grantId: known.id, ...grant });
      else await grantAccess(op, { ...key, subject: { type: 'person', userId }, ...grant });
    }
    await op.db.accessRequest.update({
      where: { id: requestId },
      data: { answeredAt: op.now, answeredById: accountOf(op).userId, grantedRole: grant?.role ?? null },
      select: { id: true },
    });
    const role = grant?.role ?? null;
    await audit(op, 'access.answered', { type: resourceType, id: resourceId }, { userId, role });
    await publish(op, `user:${userId}`, { type: 'request.changed', userId, resourceType, resourceId });
  });
}
