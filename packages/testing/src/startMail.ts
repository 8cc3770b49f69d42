import { planMail } from '../../../infra/local/plans.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';

export interface TestMail extends RunningPart {
  /** Where what was sent is read. */
  readonly url: string;
}

/** The run's catcher of mail. */
export async function startMail(): Promise<TestMail> {
  const run = openTestRun();
  const part = createRunningPart(run, 'mail', () => planMail(run.settings));
  await part.start();
  return { ...part, url: `http://127.0.0.1:${run.settings.ports.mail}` };
}
