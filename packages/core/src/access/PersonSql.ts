import type { Prisma } from '@hemicycle/db';

/** SQL expressions that stand for one person: parameters for the caller, columns for each of many. */
export interface PersonSql {
  readonly id: Prisma.Sql;
  /** Array of every group the person is in, also by way of other groups. */
  readonly groupIds: Prisma.Sql;
  readonly organisationId: Prisma.Sql;
  /** True for who belongs to the organisation, not for its guests. */
  readonly inside: Prisma.Sql;
}
