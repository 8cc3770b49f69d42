import { Prisma } from '../generated/client';

/** True when a write failed because its unique key exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2002' || postgresCode(error) === '23505')
  );
}

/** SQLSTATE behind an error of a raw query, if Prisma kept it. */
function postgresCode(error: Prisma.PrismaClientKnownRequestError): string | undefined {
  const cause = (error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined)
    ?.driverAdapterError?.cause;
  return cause?.originalCode;
}
