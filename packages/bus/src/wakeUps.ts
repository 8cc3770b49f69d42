/** What hears one channel. Nothing here may throw. */
export interface WakeUpListener {
  onWakeUp(payload: string): void;
  /** The channel is (again) listened to: everything before may have been missed, so read anew. */
  onListening(): void;
}

/**
 * Short messages between our processes that say "look there". Each may be lost, none is waited for, and none is the
 * truth: what it points at is read from the database, which is also read by time.
 */
export interface WakeUps {
  /** Every channel asked for is listened to, and publishing has a way. */
  readonly connected: boolean;
  /** PostgreSQL delivers what a statement notifies with its commit; otherwise a writer publishes after it. */
  readonly notifiesInCommit: boolean;
  /** Listens, now and after every reconnect. Returns what ends it. One listener a channel. */
  listen(channel: string, listener: WakeUpListener): () => void;
  /**
   * Resolves when the messages were handed over or given up; never rejects. Heard by everybody who listens, the sender
   * included.
   * @param payloads each below `WAKE_UP_BYTES` in UTF-8
   */
  publish(channel: string, payloads: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL refuses a NOTIFY payload of 8,000 bytes. */
export const WAKE_UP_BYTES = 7_999;

/** Against memory growth when the way to the server is slow. Calls of `publish` not yet answered; more are lost. */
export const MOST_UNANSWERED = 1_000;
