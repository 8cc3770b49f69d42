'use client';

import { useContext } from 'react';
import type { ConnectionState } from './EventsConnection';
import { EventsContext } from './eventsContext';

/** Whether live events arrive. */
export function useConnectionState(): ConnectionState {
  return useContext(EventsContext).state;
}
