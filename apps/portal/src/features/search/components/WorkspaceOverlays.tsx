'use client';

import type { PersonSummary } from '@hemicycle/contracts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { createSpaceEvent } from '@/features/spaces/openCreateSpace';
import { openPalette, type PaletteMode, paletteEvent } from '../openPalette';
import { TypedAhead } from './TypedAhead';

const loadPalette = () => import('./SearchPalette');
const SearchPalette = lazy(() => loadPalette().then((module) => ({ default: module.SearchPalette })));
const NewSpaceDialog = lazy(() =>
  import('@/features/spaces/NewSpaceDialog').then((module) => ({
    default: module.NewSpaceDialog,
  })),
);

/** What can open over any page of the workspace: the palette (Ctrl K) and the dialog for a new space. */
export function WorkspaceOverlays() {
  const [palette, setPalette] = useState<PaletteMode | null>(null);
  const [people, setPeople] = useState<readonly PersonSummary[] | null>(null);

  const typedAhead = useRef('');

  useEffect(() => {
    const onPalette = (event: Event) => setPalette((event as CustomEvent<PaletteMode>).detail);
    const onCreate = (event: Event) => setPeople((event as CustomEvent<readonly PersonSummary[]>).detail);
    const onKey = (event: KeyboardEvent) => {
      // The code is on its way while the second key goes down.
      if (event.key === 'Control' || event.key === 'Meta') void loadPalette().catch(() => {});
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      // An editor may use the same keys, for a link; it says so by preventing the default.
      if (event.altKey || event.shiftKey || event.defaultPrevented) return;
      event.preventDefault();
      openPalette();
    };
    window.addEventListener(paletteEvent, onPalette);
    window.addEventListener(createSpaceEvent, onCreate);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener(paletteEvent, onPalette);
      window.removeEventListener(createSpaceEvent, onCreate);
      window.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <>
      {palette && (
        <Suspense fallback={<TypedAhead text={typedAhead} />}>
          <SearchPalette
            key={palette}
            initialMode={palette}
            typedAhead={typedAhead}
            onOpenChange={(isOpen) => !isOpen && setPalette(null)}
          />
        </Suspense>
      )}
      {people && (
        <Suspense>
          <NewSpaceDialog isOpen people={people} onOpenChange={(isOpen) => !isOpen && setPeople(null)} />
        </Suspense>
      )}
    </>
  );
}
