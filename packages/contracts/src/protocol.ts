/**
 * First varint of a frame on a document socket. 0 to 3 are y-websocket's own; a plain y-websocket client logs and
 * ignores the others.
 */
export const FRAME = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server → client: every update this connection sent up to count `varuint` is committed. */
  durable: 102,
  /** Server → client: JSON string of DocumentNotice. */
  notice: 103,
} as const;

/** What the server tells an editor out of band. */
export type DocumentNotice =
  | { kind: 'hello'; role: 'reader' | 'editor'; epoch: number; connectionId: string }
  | { kind: 'store'; state: 'failing' | 'healed' }
  | { kind: 'size'; bytes: number; limit: number };

/** Presence fields the server stamps over whatever the client wrote. */
export interface StampedUser {
  id: string;
  name: string;
  hue: number;
  /** Left out: a member. */
  guest?: boolean;
}
