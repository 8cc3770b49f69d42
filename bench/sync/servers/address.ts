/** How a server is spoken to: Yjs frames as y-websocket sends them, the same behind a document name, or no sync at all. */
export type Dialect = 'yjs' | 'hocuspocus' | 'relay';

/** Where and how one client joins one document. */
export interface Address {
  readonly port: number;
  /** Path and query. Ours carries a one-time ticket that lives 30 s: connect soon. */
  readonly path: string;
  readonly dialect: Dialect;
  /** Name of the document; Hocuspocus wants it at the head of every frame. */
  readonly document: string;
}
