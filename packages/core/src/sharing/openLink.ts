import {
  DomainError,
  type HandlerBody,
  type ResourceType,
  type Role,
  type RouteResponse,
} from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { callerSql, live } from '../access/holdings';
import { linkTerms, reaches } from '../access/linkTerms';
import { audit } from '../audit';
import { startReadCursors } from '../conversation';
import { accountOf, inTransaction, type Operation } from '../operation';
import { isPassword } from '../passwords';
import { lockSpace } from '../spaces/lockSpace';
import { hashLinkToken } from './linkSecrets';
import { peopleOfSubject, publishSharing } from './publishSharing';

interface Row {
  id: string;
  resourceType: ResourceType;
  resourceId: string;
  spaceId: string;
  role: Role;
  passwordHash: string | null;
}

/**
 * Comes by a link: from now on the caller holds what it gives, as long as it gives it. A link that does not exist, has
 * expired, was taken back or is not for the caller is the same: not found.
 * @throws DomainError not_found, link_password_required, link_password_wrong
 */
export async function openLink(
  op: Operation,
  { token, password }: HandlerBody<'POST /links/open'>,
): Promise<RouteResponse<'POST /links/open'>> {
  const { userId } = accountOf(op);
  const found = await findLink(op, token);
  if (found.passwordHash !== null) {
    if (password === undefined) throw new DomainError('link_password_required');
    // Slow on purpose: outside the transaction.
    if (!(await isPassword(password, found.passwordHash))) throw new DomainError('link_password_wrong');
  }
  return inTransaction(op, async (op) => {
    await lockSpace(op, found.spaceId);
    const { id, resourceType, resourceId, spaceId, role, passwordHash } = await findLink(op, token);
    if (passwordHash !== found.passwordHash) throw new DomainError('link_password_required');
    const { count } = await op.db.linkOpening.createMany({
      data: { linkId: id, userId, openedAt: op.now },
      skipDuplicates: true,
    });
    if (count > 0) {
      const person = peopleOfSubject({ userId, groupId: null });
      if (resourceType === 'space') await startReadCursors(op, spaceId, person);
      await audit(op, 'link.opened', { type: resourceType, id: resourceId });
      await publishSharing(op, { spaceId, resourceType, resourceId }, person);
    }
    return { resourceType, resourceId, spaceId, role };
  });
}

async function findLink(op: Operation, token: string): Promise<Row> {
  const [row] = await readRows<Row>(
    op.db,
    Prisma.sql`
    SELECT l.id, l.resource_type::text AS "resourceType", l.resource_id AS "resourceId", t.space_id AS "spaceId",
      t.role::text AS role, l.password_hash AS "passwordHash"
    FROM links l CROSS JOIN LATERAL (${linkTerms()}) t
    WHERE l.token_hash = ${hashLinkToken(token)} AND ${live('l', op.now)} AND ${reaches(callerSql(op))}
      AND NOT EXISTS (SELECT FROM documents d WHERE d.id = l.resource_id AND d.trashed_at IS NOT NULL)`,
  );
  if (row === undefined) throw new DomainError('not_found', 'link');
  return row;
}
