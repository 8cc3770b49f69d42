import { beginTestRun, ownTestRun, startStack } from '@hemicycle/testing';
import { BREAK_GLASS } from './accounts';
import { environment } from './environment';

/** Starts the whole house on free ports, unless the scenarios are pointed at one that runs. */
export default async function globalSetup(): Promise<void> {
  if (environment.runningUrl) return;
  ownTestRun(await beginTestRun());
  const stack = await startStack({ BREAK_GLASS_PASSWORD_HASH: BREAK_GLASS.hash });
  environment.url = stack.url;
  environment.mailUrl = stack.mail.url;
}
