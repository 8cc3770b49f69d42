import type { Room } from '@hemicycle/contracts';
import type { Call } from '@hemicycle/media/client';
import { createContext, useContext } from 'react';

export interface CallContextValue {
  readonly call: Call;
  readonly room: Room;
}

export const CallContext = createContext<CallContextValue | null>(null);

/** The call and the room the component is in. */
export function useCall(): CallContextValue {
  const value = useContext(CallContext);
  if (!value) throw new Error('useCall is for components of a running call');
  return value;
}
