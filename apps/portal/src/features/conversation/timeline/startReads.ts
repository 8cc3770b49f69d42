import type { LoadKind, TimelineState, TimelineStep } from './timelineTypes';

/** Asks for a page. Reads on their way may be older than it: they are done again. */
export function startLoad(state: TimelineState, kind: LoadKind, seq: number | null): TimelineStep {
  return {
    state: {
      ...state,
      load: { kind, seq, touched: [] },
      reads: new Map([...state.reads.keys()].map((id) => [id, 'again'])),
    },
    effects: [{ type: 'readPage', kind, seq }],
  };
}

/** Asks for one message, or notes that the read on its way is no longer enough. */
export function startRead(state: TimelineState, id: string): TimelineStep {
  const running = state.reads.has(id);
  return {
    state: { ...state, reads: new Map(state.reads).set(id, running ? 'again' : 'once') },
    effects: running ? [] : [{ type: 'readMessage', id }],
  };
}

/** Asks for several, one after the other. */
export function startReads(state: TimelineState, ids: Iterable<string>): TimelineStep {
  let step: TimelineStep = { state, effects: [] };
  for (const id of new Set(ids)) {
    const next = startRead(step.state, id);
    step = { state: next.state, effects: [...step.effects, ...next.effects] };
  }
  return step;
}

/** Reads the window anew, at once or after the load on its way. */
export function refresh(state: TimelineState): TimelineStep {
  if (state.load !== null) return { state: { ...state, stale: true }, effects: [] };
  const first = state.messages[0];
  return first
    ? startLoad({ ...state, stale: false }, 'refresh', first.seq - 1)
    : startLoad({ ...state, stale: false }, 'latest', null);
}
