export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Tiles of one page. */
  readonly perPage: number;
  readonly pages: number;
  /** Pixels of one tile. */
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/** Against faces too small to read. */
const MIN_TILE_WIDTH = 132;
const MAX_PER_PAGE = 49;
/**
 * A tile is at most as wide as a camera's 16:9. On a wide stage it is never upright, where a camera's picture would
 * lose its sides; on an upright phone it may be, rather than stand small in the middle.
 */
const WIDEST = 16 / 9;
const NARROWEST_WIDE = 1.15;
const NARROWEST_UPRIGHT = 4 / 5;

/**
 * The grid that shows `count` tiles as large as possible in `width` × `height` pixels without scrolling; more than
 * fit readably go to further pages of equal form.
 */
export function fitGrid(count: number, width: number, height: number, gap: number): Grid {
  const wanted = Math.max(1, Math.min(count, MAX_PER_PAGE));
  for (let perPage = wanted; perPage >= 1; perPage -= 1) {
    const grid = bestOf(perPage, width, height, gap);
    const readable = grid.tileWidth >= Math.min(MIN_TILE_WIDTH, width);
    if (!readable && perPage > 1) continue;
    return { ...grid, perPage, pages: Math.max(1, Math.ceil(count / perPage)) };
  }
  throw new Error('a page of one tile always fits');
}

function bestOf(count: number, width: number, height: number, gap: number) {
  const narrowest = width > height ? NARROWEST_WIDE : NARROWEST_UPRIGHT;
  let best = { columns: 1, rows: count, tileWidth: 0, tileHeight: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    // A last column that no tile reaches is no better than the form before it.
    if ((columns - 1) * rows >= count) continue;
    const tile = tileIn(
      (width - gap * (columns - 1)) / columns,
      (height - gap * (rows - 1)) / rows,
      narrowest,
    );
    if (worth(tile) > worth(best)) best = { columns, rows, ...tile };
  }
  return best;
}

/** Area; a tile too narrow for a name is worth less than any that is not. */
function worth({ tileWidth, tileHeight }: { tileWidth: number; tileHeight: number }): number {
  return tileWidth * tileHeight * (tileWidth < MIN_TILE_WIDTH ? 0.25 : 1);
}

/** The largest tile of an allowed form in a cell. */
function tileIn(
  cellWidth: number,
  cellHeight: number,
  narrowest: number,
): { tileWidth: number; tileHeight: number } {
  const width = Math.max(0, cellWidth);
  const height = Math.max(0, cellHeight);
  return {
    tileWidth: Math.floor(Math.min(width, height * WIDEST)),
    tileHeight: Math.floor(Math.min(height, width / narrowest)),
  };
}
