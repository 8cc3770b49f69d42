import { DomainError, LIMITS, type Message } from '@hemicycle/contracts';
import { accountOf, inTransaction, type Operation } from '../operation';
import { loadMessage } from './loadMessage';
import { presentMessage } from './presentMessages';
import { publishChange } from './publishChange';

/** Adds the caller's reaction; twice is once. Raises `conflict` when the message has all the kinds it may have. */
export async function addReaction(
  op: Operation,
  input: { messageId: string; emoji: string },
): Promise<Message> {
  return inTransaction(op, async (op) => {
    const loaded = await loadMessage(op, input.messageId, 'react', { lock: true });
    const { row, role } = loaded;
    const kinds = await op.db.reaction.groupBy({ by: ['emoji'], where: { messageId: row.id } });
    if (kinds.length >= LIMITS.reactionKinds && !kinds.some((kind) => kind.emoji === input.emoji))
      throw new DomainError('conflict', 'too many kinds of reaction');
    const { count } = await op.db.reaction.createMany({
      data: [{ messageId: row.id, emoji: input.emoji, userId: accountOf(op).userId, createdAt: op.now }],
      skipDuplicates: true,
    });
    if (count > 0) await publishChange(op, loaded);
    return presentMessage(op, role, row);
  });
}
