/** Does `work` again and again with `pause` milliseconds (give or take a tenth) between, never twice at once. */
export function repeat(pause: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const schedule = (): void => {
    timer = setTimeout(
      () => {
        running = work().finally(() => {
          if (!stopped) schedule();
        });
      },
      pause * (0.9 + Math.random() * 0.2),
    );
    // A process that has nothing else to do may end.
    timer.unref();
  };
  schedule();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
