import type { Transport } from '@hemicycle/collab/provider';
import type { ShownStatus } from './shownStatus';

/** What is told of an open document's line to the server. */
export interface LineState {
  readonly status: ShownStatus;
  readonly transport: Transport;
}

/** Before there is a line. */
export const NO_LINE: LineState = { status: 'connecting', transport: 'socket' };
