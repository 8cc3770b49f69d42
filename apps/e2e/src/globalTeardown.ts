import { endTestRun, openTestRun } from '@hemicycle/testing';
import { environment } from './environment';

/** Ends every part the scenarios started. */
export default async function globalTeardown(): Promise<void> {
  if (!environment.runningUrl && !environment.houseIsGiven) await endTestRun(openTestRun());
}
