import { frames, writePresence } from '@hemicycle/collab/protocol';
import { webSocketFrame } from '../protocol/webSocketFrame';
import type { Rooms } from './Rooms';

/** A presence frame about nobody: every client understands it, and it is not silence. */
const NOTHING = webSocketFrame(frames.awareness(writePresence([])));

/** To be called so many times in the time after which a silent connection is to hear something. */
export const KEEP_ALIVE_LOOKS = 4;

/** Says something to every connection that heard nothing for a while: clients drop a socket silent for 30 s. */
export function keepAlive(rooms: Rooms): void {
  for (const { writer } of rooms.connections()) {
    if (++writer.silentLooks > KEEP_ALIVE_LOOKS) writer.send(NOTHING);
  }
}
