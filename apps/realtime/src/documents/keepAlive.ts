import { frames, writePresence } from '@hemicycle/collab/protocol';
import type { RealtimeLimits } from '../limits/limits';
import { webSocketFrame } from '../protocol/webSocketFrame';
import type { Rooms } from './Rooms';

/** A presence frame about nobody: every client understands it, and it is not silence. */
const NOTHING = webSocketFrame(frames.awareness(writePresence([])));

/** Says something to every connection that heard nothing for a while: clients drop a socket silent for 30 s. */
export function keepAlive(rooms: Rooms, limits: RealtimeLimits): void {
  const before = performance.now() - limits.keepAliveMs;
  for (const connection of rooms.connections()) {
    if (connection.writer.lastWrite < before) connection.writer.send(NOTHING);
  }
}
