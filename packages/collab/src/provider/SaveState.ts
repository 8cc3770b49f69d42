import { createEmitter } from './createEmitter';
import type { DocumentStatus } from './documentStatus';

/**
 * Tells truthfully whether this browser's edits are stored. An edit makes it dirty; it is clean again only when, on one
 * connection, the answer to the server's sync step 1 (which carries everything the server lacks) and every frame after
 * it were acknowledged as durable. A lost connection resets the counting, never the dirtiness.
 */
export class SaveState {
  readonly #statuses = createEmitter<DocumentStatus>();
  #phase: 'connecting' | 'up' | 'down' | 'closed' = 'connecting';
  /** The last role the server told, or let know by a change of it; null while nobody can say. */
  #role: 'editor' | 'reader' | null = null;
  /** The server told the role on this connection: until then it may not have let us in. */
  #roleTold = false;
  /** Changed while it was a reader's: an edit after all, should the next role allow it. */
  #touched = false;
  #storeFailing = false;
  #dirty = false;
  #synced = false;
  /** All that was sent on this connection is acknowledged, the answer to the server's sync step 1 among it. */
  #settled = false;
  /** Edit-carrying frames sent and acknowledged on this connection. */
  #sent = 0;
  #acknowledged = 0;
  /** The answer to the server's sync step 1 was sent as this frame; null while it was not. */
  #answeredAt: number | null = null;
  #shown: DocumentStatus = 'connecting';
  #shownWrites = true;

  get status(): DocumentStatus {
    return this.#shown;
  }

  get hasUnsaved(): boolean {
    return this.#dirty;
  }

  /** The server's last word does not forbid to write. */
  get writes(): boolean {
    return this.#role !== 'reader';
  }

  /** Everything the server has was received on this connection. */
  get isCurrent(): boolean {
    return this.#phase === 'up' && this.#synced;
  }

  /** Told of each change of the status, and of whether this person writes. */
  onStatus(listener: (status: DocumentStatus) => void): () => void {
    return this.#statuses.on(listener);
  }

  /** Someone here changed the document. What an editor tidies up in a document it only shows is no edit. */
  edited(): void {
    if (this.#role === 'reader') this.#touched = true;
    else this.#dirty = true;
    this.#show();
  }

  connecting(): void {
    if (this.#phase === 'down') return; // shown as offline or unsaved until it is really up
    this.#phase = 'connecting';
    this.#show();
  }

  /** A new socket is open; counting starts anew. */
  opened(): void {
    this.#phase = 'up';
    this.#sent = 0;
    this.#acknowledged = 0;
    this.#answeredAt = null;
    this.#synced = false;
    this.#settled = false;
    this.#storeFailing = false;
    this.#roleTold = false;
    this.#show();
  }

  /** A frame with edits was handed to the socket; `answer` when it answers the server's sync step 1. */
  sent(answer: boolean): void {
    this.#sent++;
    this.#settled = false;
    if (answer) this.#answeredAt ??= this.#sent;
    this.#show();
  }

  acknowledged(count: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, count);
    this.#settle();
  }

  /** Everything the server has was received. */
  synced(): void {
    this.#synced = true;
    this.#settle();
  }

  role(role: 'editor' | 'reader'): void {
    this.#role = role;
    this.#roleTold = true;
    if (role === 'editor' && this.#touched) {
      this.#dirty = true;
      this.#touched = false;
    }
    this.#show();
  }

  storeFailing(failing: boolean): void {
    this.#storeFailing = failing;
    this.#show();
  }

  /** @param roleChanged the server closed it because the role is no longer the one it told */
  down(roleChanged = false): void {
    this.#phase = 'down';
    // Who read may write now, but hears it first; who wrote can only read, from this moment on.
    if (roleChanged) this.#role = this.#role === 'editor' ? 'reader' : null;
    this.#show();
  }

  closed(): void {
    this.#phase = 'closed';
    this.#show();
  }

  #settle(): void {
    const answered = this.#answeredAt !== null && this.#acknowledged >= this.#answeredAt;
    this.#settled = this.#phase === 'up' && answered && this.#acknowledged === this.#sent;
    if (this.#settled) this.#dirty = false;
    this.#show();
  }

  #show(): void {
    const status = this.#compute();
    if (status === this.#shown && this.writes === this.#shownWrites) return;
    this.#shown = status;
    this.#shownWrites = this.writes;
    this.#statuses.emit(status);
  }

  #compute(): DocumentStatus {
    if (this.#phase === 'closed') return 'closed';
    if (this.#phase === 'down') return this.#dirty ? 'unsaved' : 'offline';
    if (this.#phase === 'connecting') return this.#dirty ? 'unsaved' : 'connecting';
    if (this.#role === 'reader' && this.#dirty) return 'unsaved';
    if (this.#role === 'reader') return this.#roleTold ? 'readonly' : 'connecting';
    if (this.#dirty) return this.#storeFailing ? 'unsaved' : 'saving';
    // A copy kept from before may hold what only the answer brings, though nobody has edited it here.
    return this.#synced && this.#settled ? 'saved' : 'connecting';
  }
}
