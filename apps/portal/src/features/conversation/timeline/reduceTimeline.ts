import type { LiveEvent } from '@hemicycle/contracts';
import { finishLoad, finishRead, withMessage } from './applyReads';
import { refresh, startLoad, startRead } from './startReads';
import type { TimelineInput, TimelineState, TimelineStep } from './timelineTypes';

/**
 * The next state of a timeline and the reads it asks for. Pure. Holds that, once every read it asked for was answered,
 * the window equals a fresh read of the same range, in whatever order events, pages and messages came, and however
 * often; an event lost is noticed by the gap in the sequence or by the socket's reset.
 */
export function reduceTimeline(state: TimelineState, input: TimelineInput): TimelineStep {
  switch (input.type) {
    case 'open':
      return startLoad(
        { ...state, load: null, stale: false, reads: new Map(), status: 'loading' },
        input.around === null ? 'latest' : 'around',
        input.around,
      );
    case 'loadBefore':
      return more(state, 'before');
    case 'loadAfter':
      return more(state, 'after');
    case 'reset':
      return refresh(state);
    case 'follow':
      return { state: { ...state, following: input.following }, effects: [] };
    case 'event':
      return onEvent(state, input.event);
    case 'page':
      return finishLoad(state, input.kind, input.page);
    case 'pageFailed':
      return {
        state: { ...state, load: null, status: state.messages.length > 0 ? state.status : 'failed' },
        effects: [],
      };
    case 'message':
      return finishRead(state, input.id, input.message);
    case 'changed':
      return { state: withMessage(state, input.message), effects: [] };
    case 'heard':
      return heard(state, input.lastSeq);
  }
}

function more(state: TimelineState, kind: 'before' | 'after'): TimelineStep {
  const edge = kind === 'before' ? state.messages[0] : state.messages.at(-1);
  const wanted = kind === 'before' ? state.hasBefore : state.hasAfter;
  if (state.load !== null || !wanted || !edge) return { state, effects: [] };
  return startLoad(state, kind, edge.seq);
}

function heard(state: TimelineState, lastSeq: number): TimelineStep {
  if (state.heardSeq !== null && lastSeq <= state.heardSeq) return { state, effects: [] };
  const next = { ...state, heardSeq: lastSeq };
  return state.heardSeq === null ? { state: next, effects: [] } : refresh(next);
}

function onEvent(state: TimelineState, event: LiveEvent): TimelineStep {
  if (event.type !== 'message.posted' && event.type !== 'message.changed') return { state, effects: [] };
  if (event.channelId !== state.scope.channelId) return { state, effects: [] };
  const inScope = event.parentId === state.scope.parentId;
  // A reply shows on the message it answers: its count, its people.
  const shown = inScope ? event.messageId : event.parentId;
  let next = state;
  if (shown !== null && next.load !== null)
    next = { ...next, load: { ...next.load, touched: [...next.load.touched, shown] } };
  const posted = event.type === 'message.posted';
  const missed = posted && next.heardSeq !== null && event.seq > next.heardSeq + 1;
  if (posted) next = { ...next, heardSeq: Math.max(next.heardSeq ?? 0, event.seq) };
  if (missed) return refresh(next);
  if (shown === null) return { state: next, effects: [] };
  const known = next.messages.some((message) => message.id === shown);
  const wanted = known ? !(posted && inScope) : posted && inScope && next.load === null && !next.hasAfter;
  return wanted || next.reads.has(shown) ? startRead(next, shown) : { state: next, effects: [] };
}
