import { beginTestRun, openStack, ownTestRun, startStack, type TestStack } from '@hemicycle/testing';
import { BREAK_GLASS } from './accounts';
import { environment } from './environment';

const FURTHER = { BREAK_GLASS_PASSWORD_HASH: BREAK_GLASS.hash };

/** Starts the whole house of a run of its own, on free ports, and remembers its addresses. */
export async function startHouse(): Promise<void> {
  ownTestRun(await beginTestRun());
  const stack = await startStack(FURTHER);
  environment.url = stack.url;
  environment.mailUrl = stack.mail.url;
}

/** The house the scenarios are in, to stop parts of it. What does not run is started. */
export const openHouse = (): Promise<TestStack> => openStack(FURTHER);
