export { diffSchema } from './diffSchema';
export { migrate } from './migrate';
export { migrationStatus } from './migrationStatus';
export { prismaFolder } from './prismaFiles';
