import { CLOSE, type CloseCode } from '@hemicycle/contracts';
import type { SocketStanding } from '@hemicycle/core';
import { can } from '@hemicycle/policies';
import type { SocketOwner } from './gate';

export type Judgement =
  | { readonly admitted: false; readonly code: CloseCode }
  | { readonly admitted: true; readonly writes: boolean; readonly standing: SocketStanding };

/** What a standing means for a socket, by policies: the same answer at admission and at every re-check. */
export function judge(owner: SocketOwner, standing: SocketStanding | null): Judgement {
  if (!standing?.signedIn) return { admitted: false, code: CLOSE.signedOut };
  if (owner.documentId === null) return { admitted: true, writes: false, standing };
  const { document } = standing;
  if (!document) return { admitted: false, code: CLOSE.notFound };
  if (!can(owner.actor, 'document', 'read', document.state)) {
    return { admitted: false, code: CLOSE.forbidden };
  }
  return { admitted: true, writes: can(owner.actor, 'document', 'write', document.state), standing };
}
