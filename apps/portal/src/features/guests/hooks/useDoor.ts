'use client';

import { useEffect, useState } from 'react';
import { type DoorState, lookAtDoor } from '../lib/lookAtDoor';

interface Looking {
  readonly at: 'looking';
}

/** What the way in of the page's address leads to. Its secret is the fragment, which no server is sent unasked. */
export function useDoor(): [DoorState | Looking, () => void] {
  const [state, setState] = useState<DoorState | Looking>({ at: 'looking' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round looks again
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const token = location.hash.slice(1);
      setState({ at: 'looking' });
      const next = await lookAtDoor(token);
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
