import { FRAME } from '@hemicycle/contracts';
import { carriesEdits } from '../protocol/readFrame';
import { SYNC } from '../protocol/SYNC';

/**
 * A WebSocket that tells of each frame with edits as it is handed to the network: the server counts the same frames,
 * and acknowledges by that count. `answer`: the frame answers the server's sync step 1.
 */
export function countingWebSocket(
  Base: typeof WebSocket,
  onEdits: (answer: boolean) => void,
): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (data instanceof Uint8Array && carriesEdits(data)) {
        onEdits(data[0] === FRAME.sync && data[1] === SYNC.step2);
      }
    }
  };
}
