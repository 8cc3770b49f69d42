'use client';

import type { Space } from '@hemicycle/contracts';
import { createContext, useContext } from 'react';

export const SpaceContext = createContext<Space | null>(null);

/** The space whose page this is, kept true by live events. Inside SpaceFrame only. */
export function useSpace(): Space {
  const space = useContext(SpaceContext);
  if (!space) throw new Error('useSpace is for what stands inside SpaceFrame');
  return space;
}
