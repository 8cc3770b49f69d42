import type { CallSummary, SpaceSummary } from '@hemicycle/contracts';

export type SpaceInCall = SpaceSummary & { readonly call: CallSummary };

/** Whether people are in a call there now. A meeting whose last guest just left calls nobody. */
export function isCalling(space: SpaceSummary): space is SpaceInCall {
  return space.call !== null && space.call.participantCount > 0;
}
