import type { Address } from '../servers/address';
import type { Latency } from './LatencyCounts';
import type { OwnUsed } from './OwnUse';

/** One client a generator process is to be. */
export interface ClientOrder {
  readonly address: Address;
  /** Clients of one room read each other. */
  readonly room: number;
  readonly writes: boolean;
  /** Looks into every update it gets, and so measures latency; the others count frames. */
  readonly probe: boolean;
  /** Keeps all updates, so that its document can be asked for. */
  readonly keep: boolean;
}

export interface WriteOrder {
  /** Characters a second over all writers of the process. */
  readonly rate: number;
  readonly seconds: number;
  /** Caret moves a second of every client. */
  readonly carets: number;
}

export interface ReplayOrder {
  /** A file of the collection, and where its edits are kept as Yjs updates once they were made. */
  readonly file: string;
  readonly prepared: string;
  /** Edits a second. */
  readonly rate: number;
}

export interface OpenOrder {
  readonly address: Address;
  /** What the document holds. */
  readonly text: string;
}

export interface UploadOrder {
  readonly address: Address;
  /** About so much text. */
  readonly bytes: number;
  /** Whether the server says what it has stored. */
  readonly acknowledged: boolean;
}

export interface Orders {
  join: { clients: readonly ClientOrder[]; atOnce: number };
  write: WriteOrder;
  replay: ReplayOrder;
  open: OpenOrder;
  upload: UploadOrder;
  leave: Record<never, never>;
}

export interface Joined {
  readonly joined: number;
  readonly join: Latency | null;
  readonly bytes: number;
  readonly failures: readonly string[];
}

export interface Written extends OwnUsed {
  readonly updates: number;
  /** By everybody but the sender, counted where updates are looked into and known for the others. */
  readonly deliveries: number;
  /** Deliveries that had not come when patience ended: 0, or the figures mean nothing. */
  readonly missing: number;
  readonly text: Latency | null;
  /** Until "durable" came, where the server says so. */
  readonly acknowledged: Latency | null;
  readonly unacknowledged: number;
  /** How late edits were sent: the generator's own fault. */
  readonly late: Latency | null;
  /** Sockets the server closed, by code. */
  readonly closed: Readonly<Record<string, number>>;
}

export interface Replayed {
  readonly edits: number;
  readonly seconds: number;
  /** Null where the server acknowledges nothing. */
  readonly unacknowledged: number | null;
}

export interface Opened {
  readonly whole: boolean;
  readonly characters: number;
  /** From the first byte sent to the whole text in a Y.Doc, and to the word "synced". Milliseconds. */
  readonly ms: number;
  readonly syncedMs: number;
  readonly frames: number;
  readonly bytes: number;
}

export interface Uploaded {
  readonly text: string;
  readonly bytes: number;
}

export interface Answers {
  join: Joined;
  write: Written;
  replay: Replayed;
  open: Opened;
  upload: Uploaded;
  leave: null;
}

/** Between the processes. `phase` tells when the measured part begins and ends. */
export type ToGenerator = {
  [K in keyof Orders]: { readonly kind: K; readonly order: Orders[K] };
}[keyof Orders];

export type FromGenerator =
  | { readonly kind: 'ready' }
  | { readonly kind: 'phase'; readonly phase: 'begun' | 'ended' }
  | { readonly kind: 'answer'; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'failed'; readonly reason: string };
