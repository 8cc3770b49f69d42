import { endTestRun } from './endTestRun';
import { openTestRun } from './openTestRun';

/** Jest, after the integration tests: ends every part they started. */
export default async function jestGlobalTeardown(): Promise<void> {
  await endTestRun(openTestRun());
}
