import { Prisma } from '@hemicycle/db';
import { accountOf, type Operation } from '../operation';

/** SQL: the name of an organisation, where it is not the caller's; else null. `id` is of a column in scope. */
export function foreignOrganisation(op: Operation, id: Prisma.Sql): Prisma.Sql {
  const { organisationId } = accountOf(op);
  return Prisma.sql`CASE WHEN ${id} <> ${organisationId}::uuid
    THEN (SELECT o.name FROM organisations o WHERE o.id = ${id}) END`;
}
