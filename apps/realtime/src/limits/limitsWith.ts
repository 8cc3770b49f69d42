import { REALTIME_LIMITS, type RealtimeLimits } from './limits';

/**
 * The limits with some of them changed: for a house whose documents or lines are unlike others', and for benchmarks.
 * @throws when there is no limit of a given name, which would otherwise change nothing in silence.
 */
export function limitsWith(changes: Readonly<Record<string, number>>): RealtimeLimits {
  for (const name of Object.keys(changes)) {
    if (!Object.hasOwn(REALTIME_LIMITS, name)) {
      throw new Error(
        `REALTIME_LIMITS names ${name}, but the limits are ${Object.keys(REALTIME_LIMITS).join(', ')}.`,
      );
    }
  }
  return { ...REALTIME_LIMITS, ...changes };
}
