import type { Message } from '@hemicycle/contracts';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { loadMessage } from './loadMessage';
import { MESSAGE_ROW } from './messageRow';
import { forgetMentions } from './notifyOfMessage';
import { presentMessage } from './presentMessages';
import { publishChange } from './publishChange';

/** Takes a message down: text, mentions and reactions are gone for good, its place and its replies stay. */
export async function deleteMessage(op: Operation, input: { messageId: string }): Promise<Message> {
  return inTransaction(op, async (op) => {
    const loaded = await loadMessage(op, input.messageId, 'delete', { lock: true });
    const { row, role } = loaded;
    await op.db.mention.deleteMany({ where: { messageId: row.id } });
    await forgetMentions(op, row.id, null);
    await op.db.reaction.deleteMany({ where: { messageId: row.id } });
    const deleted = await op.db.message.update({
      where: { id: row.id },
      data: { body: '', searchText: '', deletedAt: op.now },
      select: MESSAGE_ROW,
    });
    await audit(op, 'message.deleted', { type: 'message', id: row.id }, { authorId: row.authorId });
    await publishChange(op, loaded);
    return presentMessage(op, role, deleted);
  });
}
