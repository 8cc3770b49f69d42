import { endTestRun, openTestRun } from '@hemicycle/testing';
import { environment } from './environment';
import { startHouse } from './openHouse';

/**
 * A house for several runs of scenarios, which would each wait most of a minute for one of their own. Tells its parent
 * process what to put into their environment, and ends with the parent or when told to.
 */
async function main(): Promise<void> {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await endTestRun(openTestRun());
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  process.once('disconnect', end);
  await startHouse();
  process.send?.(environment.given);
}

main().catch(async (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  await endTestRun(openTestRun());
  process.exit(1);
});
