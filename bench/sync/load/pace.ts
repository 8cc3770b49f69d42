/**
 * Calls `act` for 0 … count − 1 at an even rate, whatever the other side does: nobody waits for an answer before
 * typing on. What is due at once is done at once, and how late it is is told.
 * @param rate a second
 */
export function pace(
  rate: number,
  count: number,
  act: (index: number, lateBy: number) => void,
): Promise<void> {
  const started = performance.now();
  const step = 1_000 / rate;
  let index = 0;
  return new Promise((resolve) => {
    const turn = (): void => {
      const now = performance.now();
      for (; index < count && started + index * step <= now; index++)
        act(index, now - started - index * step);
      const due = started + index * step - performance.now();
      if (index < count || due > 0) setTimeout(turn, Math.max(1, Math.floor(due)));
      else resolve();
    };
    turn();
  });
}
