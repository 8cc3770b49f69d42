import type { Logger } from '@hemicycle/observability';

/** Longer than any drain; a stop that hangs must not need a second kill. Milliseconds. */
const LAST_RESORT = 15_000;

/** Runs `stop` once on SIGTERM or SIGINT, then ends the process. */
export function onStopSignal(log: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), LAST_RESORT).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
}
