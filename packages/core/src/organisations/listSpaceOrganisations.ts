import { DomainError, LIMITS, type SpaceOrganisation } from '@hemicycle/contracts';
import { authorize } from '../access/authorize';
import { spaceAccess } from '../access/spaceAccess';
import type { Operation } from '../operation';

const ORGANISATION = { id: true, name: true } as const;

/**
 * Organisations whose people may be in a space, its own first: for everybody in it.
 * @throws DomainError not_found
 */
export async function listSpaceOrganisations(
  op: Operation,
  { spaceId }: { spaceId: string },
): Promise<{ items: SpaceOrganisation[] }> {
  authorize(op.actor, 'space', 'read', (await spaceAccess(op, spaceId)).state);
  const space = await op.db.space.findUnique({
    where: { id: spaceId },
    select: {
      organisation: { select: ORGANISATION },
      sharedWith: {
        select: { createdAt: true, organisation: { select: ORGANISATION } },
        orderBy: { createdAt: 'asc' },
        take: LIMITS.spaceOrganisations,
      },
    },
  });
  if (space === null) throw new DomainError('not_found');
  const others = space.sharedWith.map(({ createdAt, organisation }) => ({
    ...organisation,
    since: createdAt.toISOString(),
  }));
  return { items: [{ ...space.organisation, since: null }, ...others] };
}
