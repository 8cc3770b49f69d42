/** Where an open document is: a page of its own, or a panel beside something else. */
export type SurfaceVariant = 'page' | 'panel';
