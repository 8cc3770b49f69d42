export type { RunningPart } from './createRunningPart';
export { endTestRun, ownTestRun } from './endTestRun';
export { beginTestRun, openTestRun, type TestRun } from './openTestRun';
export { startKeycloak, type TestKeycloak } from './startKeycloak';
export { startLivekit, type TestLivekit } from './startLivekit';
export { startPostgres, type TestPostgres } from './startPostgres';
export { type ServerOptions, startApi, startPortal, startRealtime, type TestServer } from './startServer';
export { startStack, type TestStack } from './startStack';
export { type TestDatabase, testDatabase } from './testDatabase';
