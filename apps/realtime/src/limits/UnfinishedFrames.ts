import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { CLOSE, type CloseCode } from '@hemicycle/contracts';
import type { RealtimeLimits } from './limits';

/** As much of a connection as what it left unfinished has to do with. */
export interface Unfinished {
  readonly user: { readonly id: string };
  readonly closed: boolean;
  /** What was read of a message that is not complete yet. Bytes. */
  unfinishedBytes: number;
  cutOff(code: CloseCode, reason: string): void;
}

/** So much was read of all sockets between two looks: bounds what comes on top. Bytes. */
const LOOK_AFTER = 1024 * 1024;

/**
 * Frames are weighed when they are complete; what lies in frames that never end is bounded here, over all sockets of
 * an account. Those that hold most are sent away until the rest fits; an honest one comes back and offers it again.
 * Only who sent something since the last look, or then had an unfinished frame, is looked at.
 */
export class UnfinishedFrames {
  readonly #limit: number;
  readonly #heard = new Set<Unfinished>();
  #unseen = 0;

  constructor(limits: RealtimeLimits) {
    this.#limit = limits.unfinishedBytes;
  }

  /** Counts what is read of this connection. What stands in for a network socket bounds its messages itself. */
  watch(connection: Unfinished, socket: Duplex): void {
    if (!(socket instanceof Socket)) return;
    socket.once('close', () => this.#heard.delete(connection));
    // Before `ws` makes messages of it, each of which sets the count back.
    socket.prependListener('data', (bytes: Buffer) => {
      connection.unfinishedBytes += bytes.length;
      this.#heard.add(connection);
      this.#unseen += bytes.length;
      if (this.#unseen < LOOK_AFTER) return;
      this.#unseen = 0;
      // When `ws` has made messages of what is complete.
      setImmediate(() => this.#bound());
    });
  }

  #bound(): void {
    const held = new Map<string, { bytes: number; connections: Unfinished[] }>();
    for (const connection of this.#heard) {
      const bytes = connection.unfinishedBytes;
      if (bytes === 0 || connection.closed) {
        this.#heard.delete(connection);
        continue;
      }
      const account = held.get(connection.user.id) ?? { bytes: 0, connections: [] };
      account.bytes += bytes;
      account.connections.push(connection);
      held.set(connection.user.id, account);
    }
    for (const account of held.values()) this.#boundAccount(account.bytes, account.connections);
  }

  #boundAccount(held: number, connections: Unfinished[]): void {
    let bytes = held;
    if (bytes <= this.#limit) return;
    connections.sort((a, b) => b.unfinishedBytes - a.unfinishedBytes);
    for (const connection of connections) {
      if (bytes <= this.#limit) return;
      bytes -= connection.unfinishedBytes;
      connection.cutOff(CLOSE.resync, 'too much at once');
    }
  }
}
