import type { Prisma } from '../generated/client';

/** SQLSTATE behind an error of a raw query, if Prisma kept it. */
export function postgresCode(error: Prisma.PrismaClientKnownRequestError): string | undefined {
  const cause = (error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined)
    ?.driverAdapterError?.cause;
  return cause?.originalCode;
}
