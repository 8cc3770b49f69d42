import type { Logger } from '@hemicycle/observability';
import { WorkerLane } from '../workers/WorkerLane';
import type { InspectionResult } from './inspectionWorker';

/** As much of a connection as an inspection has to do with. */
interface Sender {
  readonly user: { readonly id: string };
  readonly closed: boolean;
}

interface Waiting {
  readonly sender: Sender;
  readonly update: Uint8Array;
  readonly resolve: (result: InspectionResult | null) => void;
}

/**
 * Large edits, looked through in a worker thread: a frame of megabytes made to be costly would hold up every keystroke of
 * the process for seconds. One after the other, accounts by turns: who sends many waits for their own. A connection has
 * one here at most and takes it along when it closes, so what waits is bounded by the number of connections and by
 * `unfinishedBytes`.
 */
export class Inspections {
  readonly #lane: WorkerLane<Uint8Array, InspectionResult>;
  /** By account, in the order in which it is their turn. */
  readonly #waiting = new Map<string, Waiting[]>();
  #busy = false;

  constructor(workerUrl: URL, log: Logger) {
    this.#lane = new WorkerLane({ workerUrl, name: 'inspection', log });
  }

  /** What the update touches, or why no client could decode it; null when that could not be found out. */
  find(sender: Sender, update: Uint8Array): Promise<InspectionResult | null> {
    return new Promise((resolve) => {
      const waiting = stillWanted(this.#waiting.get(sender.user.id) ?? []);
      this.#waiting.set(sender.user.id, [...waiting, { sender, update, resolve }]);
      this.#next();
    });
  }

  async close(): Promise<void> {
    await this.#lane.close();
  }

  #next(): void {
    if (this.#busy) return;
    const [turn] = this.#waiting;
    if (!turn) return;
    const [accountId, waiting] = turn;
    const [first, ...others] = stillWanted(waiting);
    this.#waiting.delete(accountId);
    if (others.length > 0) this.#waiting.set(accountId, others);
    if (!first) {
      this.#next();
      return;
    }
    this.#busy = true;
    void this.#lane.run(first.update).then((result) => {
      this.#busy = false;
      first.resolve(result);
      this.#next();
    });
  }
}

/** Without what senders left who are gone: coming back again and again, they would fill memory with it. */
function stillWanted(waiting: readonly Waiting[]): Waiting[] {
  return waiting.filter(({ sender, resolve }) => {
    if (sender.closed) resolve(null);
    return !sender.closed;
  });
}
