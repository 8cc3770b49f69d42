import { newId, type Prisma } from '@hemicycle/db';
import { accountOf, type Operation } from './operation';

export interface AuditedResource {
  readonly type:
    | 'organisation'
    | 'group'
    | 'space'
    | 'channel'
    | 'message'
    | 'document'
    | 'room'
    | 'meeting'
    | 'user'
    | 'session';
  readonly id: string;
}

/**
 * Writes who did what into the append-only trail, in the transaction of the deed. `action` is `<resource>.<verb>`;
 * `detail` holds ids and values, never content.
 */
export async function audit(
  op: Pick<Operation, 'db' | 'actor'>,
  action: string,
  resource: AuditedResource,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  const { userId, organisationId } = accountOf(op);
  await op.db.auditEvent.create({
    data: {
      id: newId(),
      organisationId,
      actorId: userId,
      action,
      resourceType: resource.type,
      resourceId: resource.id,
      detail,
    },
    select: { id: true },
  });
}
