import type { Message } from '@hemicycle/contracts';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadMessage } from './loadMessage';
import { presentMessage } from './presentMessages';
import { publishChange } from './publishChange';

/** Takes the caller's own reaction back; nothing happens when there is none. */
export async function removeReaction(
  op: Operation,
  input: { messageId: string; emoji: string },
): Promise<Message> {
  return inTransaction(op, async (op) => {
    const loaded = await loadMessage(op, input.messageId, 'react', { lock: true });
    const { row, role } = loaded;
    const { count } = await op.db.reaction.deleteMany({
      where: { messageId: row.id, emoji: input.emoji, userId: accountOf(op).userId },
    });
    if (count > 0) await publishChange(op, loaded);
    return presentMessage(op, role, row);
  });
}
