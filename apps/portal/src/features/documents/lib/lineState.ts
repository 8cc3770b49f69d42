import type { DocumentStatus, Transport } from '@hemicycle/collab/provider';

/** What is told of an open document's line to the server. */
export interface LineState {
  readonly status: DocumentStatus;
  readonly transport: Transport;
}

/** Before there is a line. */
export const NO_LINE: LineState = { status: 'connecting', transport: 'socket' };
