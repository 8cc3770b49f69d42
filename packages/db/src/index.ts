export { Prisma, type PrismaClient } from '../generated/client';
export * from '../generated/enums';
export {
  createDatabase,
  type Database,
  type DatabaseOptions,
  type Db,
  type Transaction,
} from './createDatabase';
export { isUniqueViolation } from './isUniqueViolation';
export { newId } from './newId';
export { readQuickRows, readRows } from './readRows';
export { isoTimestamp } from './readTimestamp';
export { runTransaction } from './runTransaction';
