import { Prisma } from '../generated/client';
import { postgresCode } from './postgresCode';

/** True when a write failed because its unique key exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2002' || postgresCode(error) === '23505')
  );
}
