import type { LiveEvent } from '@hemicycle/contracts';
import type { Database } from '@hemicycle/db';
import type { Logger } from '@hemicycle/observability';
import type { WakeEvents } from './operation';
import type { Services } from './Services';

/** What work has that no request waits for: it listens to the bus, and looks again in case it missed something. */
export interface Background {
  readonly database: Database;
  /** Of `bus`: every record reaches every process. */
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
