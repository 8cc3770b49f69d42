import type { CallParticipant } from './callTypes';

export type LayoutChoice = 'grid' | 'speaker';

/** What fills the stage, and who stands in the strip beside it (empty in a grid). */
export type Arrangement =
  | { readonly kind: 'grid'; readonly tiles: readonly CallParticipant[] }
  | { readonly kind: 'speaker'; readonly stage: CallParticipant; readonly strip: readonly CallParticipant[] }
  | { readonly kind: 'screen'; readonly stage: CallParticipant; readonly strip: readonly CallParticipant[] }
  | { readonly kind: 'document'; readonly strip: readonly CallParticipant[] };

export interface StageInput {
  readonly participants: readonly CallParticipant[];
  /** Identities, the latest speaker first. */
  readonly speakers: readonly string[];
  readonly choice: LayoutChoice;
  readonly documentOpen: boolean;
  readonly selfHidden: boolean;
}

/**
 * A document opened by the person comes before a shared screen (it is their choice), a screen before faces. Nobody
 * moves in a grid because they speak; in the strip the order of joining holds too.
 */
export function arrangeStage(input: StageInput): Arrangement {
  const { participants, speakers, choice, documentOpen } = input;
  const others = participants.filter((one) => !one.isLocal);
  // Alone, one sees oneself even when hidden: an empty stage reads as a fault.
  const faces =
    input.selfHidden && others.length > 0
      ? others
      : [...others, ...participants.filter((one) => one.isLocal)];
  if (documentOpen) return { kind: 'document', strip: faces };
  const sharing = latestScreen(participants);
  if (sharing) return { kind: 'screen', stage: sharing, strip: faces };
  if (choice === 'grid' || faces.length < 2) return { kind: 'grid', tiles: faces };
  const speaker = speakers.map((identity) => others.find((one) => one.identity === identity)).find(Boolean);
  const stage = speaker ?? others[0];
  if (!stage) return { kind: 'grid', tiles: faces };
  return { kind: 'speaker', stage, strip: faces.filter((one) => one !== stage) };
}

/** Another’s screen before one's own: a mirror of one's own screen is of no use while someone shows theirs. */
function latestScreen(participants: readonly CallParticipant[]): CallParticipant | undefined {
  const sharing = participants.filter((one) => one.screen !== null);
  return sharing.findLast((one) => !one.isLocal) ?? sharing[0];
}
