import type { PersonSummary } from '@hemicycle/contracts';

export const createSpaceEvent = 'hemicycle:create-space';

/** Opens the dialog that creates a space, over whatever page is shown. */
export function openCreateSpace(): void {
  openCreateSpaceWith([]);
}

/** The same, with people picked already. */
export function openCreateSpaceWith(people: readonly PersonSummary[]): void {
  window.dispatchEvent(new CustomEvent<readonly PersonSummary[]>(createSpaceEvent, { detail: people }));
}
