import type { Address } from './address';

export const SERVERS = [
  'ours',
  'relay',
  'y-websocket',
  'y-websocket-leveldb',
  'hocuspocus',
  'hocuspocus-db',
] as const;
export type ServerName = (typeof SERVERS)[number];

export interface ServerOptions {
  /** Limits of our server that are to differ, by their names in `apps/realtime/src/limits/limits.ts`. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** A server under load, in a process of its own. */
export interface RunningServer {
  readonly name: ServerName;
  readonly pid: number;
  /** Documents that exist from now on. */
  documents(count: number): Promise<string[]>;
  /** One address for each client of a document; false: somebody who may only read. */
  addresses(document: string, writes: readonly boolean[]): Promise<Address[]>;
  /** Waits until what was written is stored as the server stores what is at rest. */
  settled(document: string): Promise<void>;
  /** Asks it to end, waits until it has, and starts it again on the same port and data. */
  restart(options?: ServerOptions): Promise<void>;
  /** Ends it and forgets its data. */
  stop(): Promise<void>;
}

export function isServerName(name: string): name is ServerName {
  return (SERVERS as readonly string[]).includes(name);
}
