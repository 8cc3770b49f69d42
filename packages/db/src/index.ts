export { Prisma, type PrismaClient } from '../generated/client';
export * from '../generated/enums';
export { createDatabase, type DatabaseOptions } from './createDatabase';
export type { Database, Db, Transaction } from './Db';
export { isUniqueViolation } from './isUniqueViolation';
export { newId } from './newId';
export { readQuickRows, readRows } from './readRows';
export { isoTimestamp } from './readTimestamp';
export { runTransaction } from './runTransaction';
