import type { Message } from '@hemicycle/contracts';
import type { ProblemCode } from '@/lib/ApiProblem';
import { type Outgoing, PASSING } from './Outgoing';

export interface OutboxParts {
  /** Sends one; raises what `problemOf` can name. */
  readonly post: (message: { id: string; body: string }) => Promise<Message>;
  readonly problemOf: (error: unknown) => ProblemCode;
  readonly kept: { read(): readonly Outgoing[] | null; write(value: readonly Outgoing[] | null): void };
  readonly onChange: () => void;
  readonly onSent: (message: Message) => void;
}

/**
 * Messages on their way, sent one after the other in the order they were written. What fails stays, with its reason,
 * until it is sent again or thrown away; it is kept in the browser, so that closing the page loses nothing.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  #items: readonly Outgoing[];
  #sending = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#items = [];
  }

  get items(): readonly Outgoing[] {
    return this.#items;
  }

  /** Takes up what an earlier page left. */
  start(): void {
    this.#items = this.#parts.kept.read() ?? [];
    if (this.#items.length > 0) this.#parts.onChange();
    void this.#pump();
  }

  send(id: string, body: string, at: string): void {
    this.#set([...this.#items, { id, body, at, state: 'sending', problem: null }]);
    void this.#pump();
  }

  retry(id: string): void {
    this.#set(
      this.#items.map((item) => (item.id === id ? { ...item, state: 'sending', problem: null } : item)),
    );
    void this.#pump();
  }

  /** Throws it away; gives its text back. */
  discard(id: string): string | null {
    const found = this.#items.find((item) => item.id === id);
    this.#set(this.#items.filter((item) => item.id !== id));
    return found?.body ?? null;
  }

  /** The connection is back. */
  retryPassing(): void {
    for (const item of this.#items)
      if (item.state === 'failed' && item.problem !== null && PASSING.includes(item.problem))
        this.retry(item.id);
  }

  #set(items: readonly Outgoing[]): void {
    this.#items = items;
    this.#parts.kept.write(items.length > 0 ? items : null);
    this.#parts.onChange();
  }

  async #pump(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (;;) {
      const next = this.#items.find((item) => item.state === 'sending');
      if (!next) break;
      await this.#sendOne(next);
    }
    this.#sending = false;
  }

  async #sendOne({ id, body }: Outgoing): Promise<void> {
    try {
      const message = await this.#parts.post({ id, body });
      this.#parts.onSent(message);
      this.#set(this.#items.filter((item) => item.id !== id));
    } catch (error) {
      const problem = this.#parts.problemOf(error);
      this.#set(this.#items.map((item) => (item.id === id ? { ...item, state: 'failed', problem } : item)));
    }
  }
}
