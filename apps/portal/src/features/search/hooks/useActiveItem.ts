'use client';

import { useState } from 'react';
import type { PaletteGroup, PaletteItem } from '../lib/paletteGroups';

export interface ActiveItem {
  readonly active: PaletteItem | undefined;
  readonly point: (item: PaletteItem) => void;
  /** To the next row, or with -1 to the one before; round the ends. */
  readonly move: (by: 1 | -1) => void;
  /** Back to the first row: the query changed. */
  readonly reset: () => void;
}

/** Which row Enter would choose. It is held by what it is, not by where: rows that arrive above do not change it. */
export function useActiveItem(groups: readonly PaletteGroup[]): ActiveItem {
  const [id, setId] = useState<string | null>(null);
  const items = groups.flatMap((group) => group.items);
  const active = items.find((item) => item.id === id) ?? items[0];
  return {
    active,
    point: (item) => setId(item.id),
    move: (by) => {
      if (!active) return;
      const next = items[(items.indexOf(active) + by + items.length) % items.length];
      setId(next?.id ?? null);
    },
    reset: () => setId(null),
  };
}
