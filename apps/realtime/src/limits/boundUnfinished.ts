import { CLOSE } from '@hemicycle/contracts';
import type { DocumentConnection } from '../documents/DocumentConnection';
import type { RealtimeLimits } from './limits';

/** How often it is looked. Milliseconds: bounds what arrives between two looks. */
export const UNFINISHED_EVERY_MS = 250;

/**
 * Frames are weighed when they are complete; what lies in frames that never end is bounded here, over all sockets of
 * an account. Those that hold most are sent away until the rest fits; an honest one comes back and offers it again.
 */
export function boundUnfinished(connections: Iterable<DocumentConnection>, limits: RealtimeLimits): void {
  const held = new Map<string, { bytes: number; connections: DocumentConnection[] }>();
  for (const connection of connections) {
    const bytes = connection.unfinishedBytes;
    if (bytes === 0 || connection.closed) continue;
    const account = held.get(connection.user.id) ?? { bytes: 0, connections: [] };
    account.bytes += bytes;
    account.connections.push(connection);
    held.set(connection.user.id, account);
  }
  for (const account of held.values()) {
    if (account.bytes <= limits.unfinishedBytes) continue;
    account.connections.sort((a, b) => b.unfinishedBytes - a.unfinishedBytes);
    for (const connection of account.connections) {
      if (account.bytes <= limits.unfinishedBytes) break;
      account.bytes -= connection.unfinishedBytes;
      connection.cutOff(CLOSE.resync, 'too much at once');
    }
  }
}
