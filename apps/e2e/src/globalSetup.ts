import { beginTestRun, ownTestRun, startStack } from '@hemicycle/testing';
import { environment } from './environment';

/** Starts the whole house on free ports, unless the scenarios are pointed at one that runs. */
export default async function globalSetup(): Promise<void> {
  if (environment.runningUrl) return;
  ownTestRun(await beginTestRun());
  const stack = await startStack();
  environment.url = stack.url;
  environment.mailUrl = stack.mail.url;
}
