export * from './actor';
export * from './can';
export * from './grantableRoles';
export type { Account } from './rules';
export * from './states';
