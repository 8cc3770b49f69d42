import type { CallSummary } from '@hemicycle/contracts';

/** Whether this person is among the people a call shows (its list is bounded: false is then only "not seen"). */
export function isInCall(call: CallSummary | null, userId: string): boolean {
  return call?.participants.some((person) => person.id === userId) ?? false;
}
