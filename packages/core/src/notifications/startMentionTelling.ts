import type { LiveEvent } from '@hemicycle/contracts';
import type { Database } from '@hemicycle/db';
import type { Logger } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import { keepLooking } from '../keepLooking';
import { createOperation, type WakeEvents } from '../operation';
import type { Services } from '../Services';
import { tellDocumentMentions } from './tellDocumentMentions';

/** What an event that was missed would have told. Milliseconds. */
const ROUND = 30_000;

export interface MentionTellingParts {
  readonly database: Database;
  readonly bus: {
    subscribe(subscriber: {
      onRecord(record: { readonly event: LiveEvent }): void;
      onGap?(): void;
    }): () => void;
    readonly wake: WakeEvents | null;
  };
  readonly services: Services;
  readonly log: Logger;
}

/** Tells people whom documents name, once the realtime server has stored the text, and never twice at once. */
export function startMentionTelling(parts: MentionTellingParts): { stop(): Promise<void> } {
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
