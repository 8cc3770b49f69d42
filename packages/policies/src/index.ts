export * from './actor';
export * from './can';
export * from './grantableRoles';
export * from './label';
export type { Account } from './rules';
export * from './states';
