import type { ProblemCode } from '@/lib/ApiProblem';

/** A message on its way. Its id is the message's: sent twice it is still one. */
export interface Outgoing {
  readonly id: string;
  readonly body: string;
  /** UTC ISO 8601. */
  readonly at: string;
  readonly state: 'sending' | 'failed';
  /** Why it failed. */
  readonly problem: ProblemCode | null;
}

/** These come right by themselves: the message is sent again when the connection is back. */
export const PASSING: readonly ProblemCode[] = ['offline', 'timeout', 'unavailable'];
