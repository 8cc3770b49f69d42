export * from './actor';
export * from './can';
export type { Account } from './rules';
export * from './states';
