import type { StampedUser } from '@hemicycle/contracts';
import type { SocketStanding } from '@hemicycle/core';
import type { Actor } from '@hemicycle/policies';

export type AccountActor = Extract<Actor, { kind: 'account' }>;

/** What a taken ticket tells. */
export interface TakenTicket {
  readonly actor: Actor;
  readonly purpose: string;
  readonly documentId: string | null;
}

/** Everything the realtime server asks about people and rights. Answers come from `auth` and `core`. */
export interface Gate {
  /** Takes a ticket: whoever brings it second gets null. */
  takeTicket(ticket: string): Promise<TakenTicket | null>;
  /** Null where session and account do not belong together. */
  standings(claims: readonly SocketOwner[]): Promise<(SocketStanding | null)[]>;
  /** For each person the spaces whose events they may hear. */
  readableSpaces(actors: readonly AccountActor[]): Promise<Map<string, Set<string>>>;
}

/** Whose socket, and on which document (null: events). */
export interface SocketOwner {
  readonly actor: AccountActor;
  readonly documentId: string | null;
}

/** A document socket that was let in. */
export interface Admission extends SocketOwner {
  readonly documentId: string;
  readonly user: StampedUser;
  readonly spaceId: string;
  readonly epoch: number;
  readonly writes: boolean;
}
