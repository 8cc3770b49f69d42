import type { LiveEvent, Message, MessagePage } from '@hemicycle/contracts';

/** What a timeline shows: the top-level messages of a channel, or the replies to one message. */
export interface TimelineScope {
  readonly channelId: string;
  readonly parentId: string | null;
}

export type LoadKind = 'latest' | 'around' | 'before' | 'after' | 'refresh';

/** A page on its way. What events touch meanwhile is read again when it is there: the page may be older than they. */
export interface Load {
  readonly kind: LoadKind;
  readonly seq: number | null;
  readonly touched: readonly string[];
}

/**
 * A window of messages that follows its channel. Events say what changed; everything shown comes from reads.
 * Immutable: `reduceTimeline` gives the next one and the reads to do.
 */
export interface TimelineState {
  readonly scope: TimelineScope;
  /** Ascending by seq. */
  readonly messages: readonly Message[];
  readonly hasBefore: boolean;
  /** There are newer ones than the window's last; new ones are then not fetched. */
  readonly hasAfter: boolean;
  /** Highest seq of the channel heard of, replies included; null until something was. */
  readonly heardSeq: number | null;
  readonly load: Load | null;
  /** A refresh waits for the load on its way. */
  readonly stale: boolean;
  /** Messages being read; `again`: something happened since the read began. */
  readonly reads: ReadonlyMap<string, 'once' | 'again'>;
  /** The reader is at the end: old messages may go when new ones come. */
  readonly following: boolean;
  readonly status: 'loading' | 'ready' | 'failed';
}

export type TimelineInput =
  | { readonly type: 'open'; readonly around: number | null }
  | { readonly type: 'loadBefore' | 'loadAfter' | 'reset' }
  | { readonly type: 'follow'; readonly following: boolean }
  | { readonly type: 'event'; readonly event: LiveEvent }
  | { readonly type: 'page'; readonly kind: LoadKind; readonly page: MessagePage }
  | { readonly type: 'pageFailed'; readonly kind: LoadKind }
  /** Result of a read; null: it is not there for this reader. */
  | { readonly type: 'message'; readonly id: string; readonly message: Message | null }
  /** An answer to a change of one's own. */
  | { readonly type: 'changed'; readonly message: Message }
  /** The channel itself was read. */
  | { readonly type: 'heard'; readonly lastSeq: number };

export type TimelineEffect =
  | { readonly type: 'readMessage'; readonly id: string }
  | { readonly type: 'readPage'; readonly kind: LoadKind; readonly seq: number | null };

export interface TimelineStep {
  readonly state: TimelineState;
  readonly effects: readonly TimelineEffect[];
}

/** Against a page that grows all day. Messages kept in the window. */
export const WINDOW_SIZE = 300;

export function emptyTimeline(scope: TimelineScope): TimelineState {
  return {
    scope,
    messages: [],
    hasBefore: false,
    hasAfter: false,
    heardSeq: null,
    load: null,
    stale: false,
    reads: new Map(),
    following: true,
    status: 'loading',
  };
}
