import type { LiveEvent } from '@hemicycle/contracts';
import { createContext } from 'react';
import type { ConnectionState } from './EventsConnection';

export interface EventsBus {
  onEvent(listener: (event: LiveEvent) => void): () => void;
  onReset(listener: () => void): () => void;
  /** This page ends its session itself and says so: the socket's end is no news. Returns how to undo that. */
  expectSignOut(): () => void;
}

export const EventsContext = createContext<{
  readonly bus: EventsBus | null;
  readonly state: ConnectionState;
}>({
  bus: null,
  state: 'connecting',
});
