/** What the palette opens on: everything, or the choice of a space for something new. */
export type PaletteMode = 'all' | 'document' | 'meeting';

export const paletteEvent = 'hemicycle:open-palette';

/** Opens search and commands. Costs its callers nothing: the palette itself is fetched when it is first wanted. */
export function openPalette(mode: PaletteMode = 'all'): void {
  window.dispatchEvent(new CustomEvent<PaletteMode>(paletteEvent, { detail: mode }));
}
