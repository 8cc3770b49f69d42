/** Work that is looked for. */
export interface Rounds {
  /** Something is there: look now, or once more when just looking. */
  ask(): void;
  /** Looks no more; resolves when the last look has ended. */
  stop(): Promise<void>;
}

/**
 * Looks for work at once, whenever asked, and every `every` milliseconds (give or take a tenth) for what nobody told of;
 * again as long as `look` says that there may be more, and never twice at once.
 */
export function keepLooking(
  every: number,
  look: () => Promise<boolean>,
  failed: (error: unknown) => void,
): Rounds {
  let stopped = false;
  let asked = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    do {
      asked = false;
      if (await look()) asked = true;
    } while (asked && !stopped);
  };
  const ask = (): void => {
    asked = true;
    if (stopped || running !== null) return;
    clearTimeout(timer);
    running = drain()
      .catch(failed)
      .finally(() => {
        running = null;
        if (stopped) return;
        timer = setTimeout(ask, every * (0.9 + Math.random() * 0.2));
        // A process that has nothing else to do may end.
        timer.unref();
      });
  };
  ask();
  return {
    ask,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
