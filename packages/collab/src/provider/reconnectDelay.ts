/**
 * Milliseconds before attempt number `attempt` (0 first). Half of it is chance, so that an office full of editors does
 * not return in the same moment after a restart.
 */
export function reconnectDelay(attempt: number): number {
  const ceiling = Math.min(15_000, 400 * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + Math.random() * (ceiling / 2);
}
