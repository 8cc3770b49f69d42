'use client';

import type { GuestDoor } from '@hemicycle/contracts';
import { useEffect, useState } from 'react';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';

/** `gone`: nothing opens (any more) with what the address holds. */
export type DoorState =
  | { readonly at: 'looking' }
  | { readonly at: 'door'; readonly token: string; readonly door: GuestDoor }
  | { readonly at: 'gone' }
  | { readonly at: 'failed'; readonly error: unknown };

/** What the way in of the page's address leads to. Its secret is the fragment, which no server is sent unasked. */
export function useDoor(): [DoorState, () => void] {
  const [state, setState] = useState<DoorState>({ at: 'looking' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round looks again
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const token = location.hash.slice(1);
      setState({ at: 'looking' });
      const next = await lookAt(token);
      if (!over) setState(next);
    };
    void look();
    // Another invitation opened in this very tab changes nothing but the fragment.
    const again = () => void look();
    window.addEventListener('hashchange', again);
    return () => {
      over = true;
      window.removeEventListener('hashchange', again);
    };
  }, [round]);
  return [state, () => setRound(round + 1)];
}

async function lookAt(token: string): Promise<DoorState> {
  if (!/^[\w-]{20,100}$/.test(token)) return { at: 'gone' };
  try {
    return { at: 'door', token, door: await api('POST /guests/look', { body: { token } }) };
  } catch (error) {
    return error instanceof ApiProblem && error.code === 'not_found'
      ? { at: 'gone' }
      : { at: 'failed', error };
  }
}
