/**
 * WebSocket close codes of our sockets. y-websocket stops reconnecting on 4400 to 4499 and retries on all others, so
 * what a retry with a new ticket can mend lies outside that range.
 */
export const CLOSE = {
  /** Server restarts or drains: come back after a moment, with jitter. */
  goingAway: 1001,
  /** Too slow a reader, or lost its place: come back and synchronise again. */
  resync: 4500,
  /** The ticket was used, expired or for something else: fetch a new one and come back. */
  ticketRefused: 4501,
  /** Rights changed in a way that keeps access (for example writer to reader): come back with a new ticket. */
  accessChanged: 4502,
  malformed: 4400,
  signedOut: 4401,
  forbidden: 4403,
  notFound: 4404,
  /** The copy belongs to an erased life of the document: drop it and load anew. */
  staleEpoch: 4409,
  tooLarge: 4413,
  flood: 4429,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];
