'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { type CallParticipant, fitGrid } from '@hemicycle/media/client';
import { ChevronLeft, ChevronRight } from '@hemicycle/ui/icons';
import { useState } from 'react';
import { useElementSize } from '../../hooks/useElementSize';
import { StageButton } from './StageButton';
import { Tile } from './Tile';

const GAP = 12;
/** Room for the ring round a speaker at the edge. */
const RING = 3;

/** Everyone at once, as large as fits without scrolling; the rest on further pages. */
export function GridStage({ tiles }: { readonly tiles: readonly CallParticipant[] }) {
  const t = useTranslations('meeting');
  const [ref, size] = useElementSize();
  const [wanted, setPage] = useState(0);
  const grid = size && fitGrid(tiles.length, size.width - 2 * RING, size.height - 2 * RING, GAP);
  const page = grid ? Math.min(wanted, grid.pages - 1) : 0;
  const shown = grid ? tiles.slice(page * grid.perPage, (page + 1) * grid.perPage) : [];
  return (
    <div ref={ref} className="relative min-h-0 min-w-0 flex-1">
      {grid && (
        <ul
          aria-label={t('stage.people')}
          className="absolute inset-0 flex flex-wrap content-center items-center justify-center overflow-hidden"
          style={{ gap: GAP, padding: RING }}
        >
          {shown.map((participant) => (
            <Tile
              key={participant.identity}
              participant={participant}
              width={grid.tileWidth}
              height={grid.tileHeight}
              small={grid.tileWidth < 220}
            />
          ))}
        </ul>
      )}
      {grid && grid.pages > 1 && (
        <nav
          aria-label={t('stage.pages')}
          className="absolute bottom-2 left-1/2 flex -translate-x-1/2 items-center gap-1 rounded-m bg-black/80 px-1 py-1"
        >
          <StageButton
            label={t('stage.previous')}
            icon={<ChevronLeft />}
            isDisabled={page === 0}
            onPress={() => setPage(page - 1)}
          />
          <span className="min-w-12 text-center text-sm font-medium text-white tabular">
            {t('stage.page', { page: page + 1, pages: grid.pages })}
          </span>
          <StageButton
            label={t('stage.next')}
            icon={<ChevronRight />}
            isDisabled={page === grid.pages - 1}
            onPress={() => setPage(page + 1)}
          />
        </nav>
      )}
    </div>
  );
}
