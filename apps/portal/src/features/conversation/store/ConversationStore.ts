import type { Message, MessagePage } from '@hemicycle/contracts';
import { reduceTimeline } from '../timeline/reduceTimeline';
import {
  emptyTimeline,
  type LoadKind,
  type TimelineEffect,
  type TimelineInput,
  type TimelineScope,
  type TimelineState,
  WINDOW_SIZE,
} from '../timeline/timelineTypes';
import { Outbox, type OutboxParts } from './Outbox';
import type { Outgoing } from './Outgoing';

export interface PageWish {
  readonly before?: number;
  readonly after?: number;
  readonly around?: number;
  readonly limit: number;
}

export interface ConversationReads {
  readonly page: (wish: PageWish, signal: AbortSignal) => Promise<MessagePage>;
  /** null: not there for this reader. */
  readonly message: (id: string, signal: AbortSignal) => Promise<Message | null>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface ConversationSnapshot {
  readonly timeline: TimelineState;
  readonly outgoing: readonly Outgoing[];
  /** The message the window was opened around. */
  readonly focus: MessagePage['focus'];
}

const PAGE = 50;
/** First and longest wait before a read that failed is tried again. Milliseconds. */
const RETRY = { first: 1_000, most: 30_000 };

/**
 * The state of one timeline, outside React: runs the reads its reducer asks for, and holds what is being sent. Lives
 * between `start` and `stop`.
 */
export class ConversationStore {
  readonly #reads: ConversationReads;
  readonly outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  #snapshot: ConversationSnapshot;
  #life = new AbortController();

  constructor(
    scope: TimelineScope,
    reads: ConversationReads,
    outbox: Omit<OutboxParts, 'onChange' | 'onSent'>,
  ) {
    this.#reads = reads;
    this.#snapshot = { timeline: emptyTimeline(scope), outgoing: [], focus: null };
    this.outbox = new Outbox({
      ...outbox,
      onChange: () => this.#set({ ...this.#snapshot, outgoing: this.outbox.items }),
      onSent: (message) => this.dispatch({ type: 'changed', message }),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): ConversationSnapshot => this.#snapshot;

  start(): void {
    this.#life = new AbortController();
    this.outbox.start();
  }

  stop(): void {
    this.#life.abort();
  }

  readonly dispatch = (input: TimelineInput): void => {
    const { state, effects } = reduceTimeline(this.#snapshot.timeline, input);
    if (state !== this.#snapshot.timeline) this.#set({ ...this.#snapshot, timeline: state });
    for (const effect of effects) void this.#run(effect);
  };

  #set(snapshot: ConversationSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  async #run(effect: TimelineEffect): Promise<void> {
    const { signal } = this.#life;
    if (effect.type === 'readMessage') {
      const message = await this.#insist(() => this.#reads.message(effect.id, signal), signal);
      if (message !== undefined) this.dispatch({ type: 'message', id: effect.id, message });
      return;
    }
    const { kind, seq } = effect;
    try {
      const page =
        kind === 'refresh'
          ? await this.#insist(() => this.#range(seq ?? 0, signal), signal)
          : await this.#reads.page(wishOf(kind, seq), signal);
      if (page === undefined) return;
      if (kind === 'around') this.#set({ ...this.#snapshot, focus: page.focus });
      this.dispatch({ type: 'page', kind, page });
    } catch {
      if (!signal.aborted) this.dispatch({ type: 'pageFailed', kind });
    }
  }

  /** Everything after `seq`, as far as a window reaches. */
  async #range(seq: number, signal: AbortSignal): Promise<MessagePage> {
    let all = await this.#reads.page({ after: seq, limit: 100 }, signal);
    while (all.hasAfter && all.items.length < WINDOW_SIZE) {
      const next = await this.#reads.page({ after: all.items.at(-1)?.seq ?? seq, limit: 100 }, signal);
      all = { ...next, items: [...all.items, ...next.items], hasBefore: all.hasBefore };
    }
    return all;
  }

  /** What keeps the window true is tried until it works or the view is gone. */
  async #insist<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
    for (let delay = RETRY.first; !signal.aborted; delay = Math.min(delay * 2, RETRY.most)) {
      try {
        return await read();
      } catch {
        await this.#reads.wait(delay * (0.5 + Math.random() / 2), signal).catch(() => {});
      }
    }
    return undefined;
  }
}

function wishOf(kind: LoadKind, seq: number | null): PageWish {
  if (seq === null || kind === 'latest') return { limit: PAGE };
  if (kind === 'before') return { before: seq, limit: PAGE };
  return kind === 'after' ? { after: seq, limit: PAGE } : { around: seq, limit: PAGE };
}
