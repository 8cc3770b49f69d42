import { DomainError } from '@hemicycle/contracts';
import type { Db } from '@hemicycle/db';
import type { SignIn } from './verifySignIn';

export interface FoundOrganisation {
  readonly id: string;
  readonly domains: readonly string[];
}

const COLUMNS = { id: true, domains: true } as const;

/**
 * Where a sign-in belongs: what the realm says, and never what an address looks like. A realm that knows no
 * organisations is one itself.
 * @param current the organisation of the account, when there is one already
 * @throws DomainError account_unknown (of none, of none we know, or of several), organisation_changed
 */
export async function organisationOf(
  db: Db,
  { issuer, organisationKeys }: SignIn,
  current: string | null,
): Promise<FoundOrganisation> {
  const belongs = await (organisationKeys.length === 0
    ? wholeRealm(db, issuer)
    : db.organisation.findMany({
        where: { issuer, externalKey: { in: [...organisationKeys] } },
        select: COLUMNS,
      }));
  if (current !== null) {
    const same = belongs.find(({ id }) => id === current);
    if (same !== undefined) return same;
    throw new DomainError(belongs.length === 0 ? 'account_unknown' : 'organisation_changed');
  }
  const [organisation, another] = belongs;
  if (organisation === undefined || another !== undefined) throw new DomainError('account_unknown');
  return organisation;
}

/** Where a realm has organisations, nobody is without one. */
async function wholeRealm(db: Db, issuer: string): Promise<FoundOrganisation[]> {
  const found = await db.organisation.findMany({
    where: { issuer },
    select: { ...COLUMNS, externalKey: true },
    take: 2,
  });
  return found.length === 1 ? found.filter(({ externalKey }) => externalKey === '') : [];
}
