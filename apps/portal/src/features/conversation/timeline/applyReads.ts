import type { Message, MessagePage } from '@hemicycle/contracts';
import { refresh, startRead, startReads } from './startReads';
import { type LoadKind, type TimelineState, type TimelineStep, WINDOW_SIZE } from './timelineTypes';

/** Takes a page in, then reads what events touched while it was on its way. */
export function finishLoad(state: TimelineState, kind: LoadKind, page: MessagePage): TimelineStep {
  const { load } = state;
  // The answer to a load that was given up.
  if (load === null || load.kind !== kind) return { state, effects: [] };
  const next: TimelineState = { ...trimmed(withPage(state, kind, page), kind), load: null, status: 'ready' };
  if (state.stale) return refresh(next);
  const shown = new Set(next.messages.map((message) => message.id));
  return startReads(
    next,
    load.touched.filter((id) => shown.has(id) || !next.hasAfter),
  );
}

function withPage(state: TimelineState, kind: LoadKind, page: MessagePage): TimelineState {
  const { items, hasBefore, hasAfter } = page;
  if (kind === 'before') {
    const first = state.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
    return {
      ...state,
      messages: [...items.filter((item) => item.seq < first), ...state.messages],
      hasBefore,
    };
  }
  if (kind === 'after') {
    const last = state.messages.at(-1)?.seq ?? 0;
    return { ...state, messages: [...state.messages, ...items.filter((item) => item.seq > last)], hasAfter };
  }
  return { ...state, messages: items, hasBefore, hasAfter };
}

/** Keeps the window's size by giving up the far end. */
function trimmed(state: TimelineState, kind: LoadKind): TimelineState {
  if (state.messages.length <= WINDOW_SIZE || kind === 'refresh') return state;
  return kind === 'before'
    ? { ...state, messages: state.messages.slice(0, WINDOW_SIZE), hasAfter: true }
    : { ...state, messages: state.messages.slice(-WINDOW_SIZE), hasBefore: true };
}

/** Takes a message in, and reads it again when something happened since. */
export function finishRead(state: TimelineState, id: string, message: Message | null): TimelineStep {
  const reads = new Map(state.reads);
  const again = reads.get(id) === 'again';
  reads.delete(id);
  const next = { ...state, reads };
  if (again) return startRead(next, id);
  return { state: message ? withMessage(next, message) : without(next, id), effects: [] };
}

/** The message in its place: over its older self, or as a new one when the window reaches the end. */
export function withMessage(state: TimelineState, message: Message): TimelineState {
  const { scope, messages } = state;
  if (message.channelId !== scope.channelId || message.parentId !== scope.parentId) return state;
  const known = messages.findIndex((other) => other.id === message.id);
  if (known !== -1) return { ...state, messages: messages.with(known, message) };
  if (state.status !== 'ready' || state.hasAfter) return state;
  const first = messages[0];
  if (first && message.seq < first.seq && state.hasBefore) return state;
  if (messages.length >= WINDOW_SIZE && !state.following) return { ...state, hasAfter: true };
  const at = messages.findLastIndex((other) => other.seq < message.seq) + 1;
  const inserted = messages.toSpliced(at, 0, message);
  return inserted.length > WINDOW_SIZE
    ? { ...state, messages: inserted.slice(1), hasBefore: true }
    : { ...state, messages: inserted };
}

function without(state: TimelineState, id: string): TimelineState {
  return { ...state, messages: state.messages.filter((message) => message.id !== id) };
}
