import { ANONYMOUS } from '@hemicycle/policies';
import type { Background } from '../Background';
import { keepLooking } from '../keepLooking';
import { createOperation } from '../operation';
import { tellDocumentMentions } from './tellDocumentMentions';

/** What an event that was missed would have told. Milliseconds. */
const ROUND = 30_000;

/** Tells people whom documents name, once the realtime server has stored the text, and never twice at once. */
export function startMentionTelling(parts: Background): { stop(): Promise<void> } {
  const { bus, log } = parts;
  const rounds = keepLooking(
    ROUND,
    () => tellDocumentMentions(createOperation({ ...parts, wakeEvents: bus.wake, actor: ANONYMOUS })),
    (error) => log.warn({ err: error }, 'people named in documents were not told'),
  );
  const unsubscribe = bus.subscribe({
    onRecord: ({ event }) => {
      if (event.type === 'document.changed' && event.change === 'edited') rounds.ask();
    },
    onGap: rounds.ask,
  });
  return {
    stop: async () => {
      unsubscribe();
      await rounds.stop();
    },
  };
}
