/**
 * Milliseconds before attempt number `attempt` (0 first): doubling from `first` up to `most`, with full jitter above
 * half, so that many processes that lost one server do not return in step.
 */
export function retryDelay(attempt: number, first = 100, most = 5_000): number {
  const ceiling = Math.min(most, first * 2 ** Math.min(attempt, 16));
  return ceiling / 2 + Math.random() * (ceiling / 2);
}
