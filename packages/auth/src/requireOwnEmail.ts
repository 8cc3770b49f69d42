import { DomainError } from '@hemicycle/contracts';
import { type Db, Prisma, readRows } from '@hemicycle/db';
import type { FoundOrganisation } from './organisationOf';

/**
 * An address is one of the organisation's, and nobody of another organisation has it: nobody is taken for somebody else,
 * and nobody takes somebody's place. Within one organisation its provider decides who has which. A guest's address is
 * that of whoever was invited by it, and claims nothing.
 * @throws DomainError email_refused
 */
export async function requireOwnEmail(db: Db, organisation: FoundOrganisation, email: string): Promise<void> {
  if (email === '') return;
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const { domains } = organisation;
  if (domains.length > 0 && !domains.includes(domain)) throw new DomainError('email_refused', 'domain');
  const [row] = await readRows<{ taken: boolean }>(
    db,
    Prisma.sql`
    SELECT EXISTS (
      SELECT FROM users u WHERE lower(u.email) = lower(${email}) AND u.organisation_id <> ${organisation.id}::uuid
        AND u.organisation_role <> 'guest' AND u.disabled_at IS NULL
    ) AS taken`,
  );
  if (row?.taken === true) throw new DomainError('email_refused', 'taken');
}
