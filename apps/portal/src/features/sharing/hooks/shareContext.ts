'use client';

import type { AccessChange, Sharing } from '@hemicycle/contracts';
import { createContext, type RefObject, useContext } from 'react';
import type { Resource } from '../lib/resource';

/** A change that is being looked at, and where in the dialog: beside what it is about. */
export interface PendingChange {
  readonly at: string;
  readonly change: AccessChange;
  /** A link's password: it is sent with the change, and never with its preview. */
  readonly password?: string | null;
  /** Why a label is lowered: sent with the change, and not looked at before. */
  readonly reason?: string;
  /** Whom it is about, for the words when it is done. */
  readonly name?: string;
}

export interface Share {
  readonly resource: Resource;
  readonly sharing: Sharing;
  readonly pending: PendingChange | null;
  /** Looks at a change; null: not any more. At most one at a time. */
  readonly consider: (pending: PendingChange | null) => void;
  /** Where it is said what was done. */
  readonly toldRef: RefObject<HTMLElement | null>;
  /** Says what was done. */
  readonly tell: (words: string) => void;
  /** A link's address, told once when it is made. */
  readonly address: string | null;
  readonly setAddress: (address: string | null) => void;
  /** Shows the sharing of something else: where an inherited right is changed. */
  readonly goTo: (resource: Resource) => void;
}

export const ShareContext = createContext<Share | null>(null);

/** The open Share dialog's state. Inside ShareView only. */
export function useShare(): Share {
  const share = useContext(ShareContext);
  if (!share) throw new Error('useShare is for what stands inside ShareView');
  return share;
}
