import type { Message } from '@hemicycle/contracts';
import { inTransaction, type Operation } from '../operation';
import { canonicalBody } from './canonicalBody';
import { loadMessage } from './loadMessage';
import { MESSAGE_ROW } from './messageRow';
import { forgetMentions, notifyOfMessage } from './notifyOfMessage';
import { presentMessage } from './presentMessages';
import { publishChange } from './publishChange';
import { searchTextOf } from './searchTextOf';

/** Gives a message of one's own another text; who is newly named is mentioned, who no longer is, is not. */
export async function editMessage(
  op: Operation,
  input: { messageId: string; body: string },
): Promise<Message> {
  return inTransaction(op, async (op) => {
    const loaded = await loadMessage(op, input.messageId, 'edit', { lock: true });
    const { row, spaceId, role } = loaded;
    const { body, mentioned } = await canonicalBody(op, spaceId, input.body, row.body);
    if (body === row.body) return presentMessage(op, role, row);
    const named = mentioned.filter((userId) => userId !== row.authorId);
    await op.db.mention.deleteMany({ where: { messageId: row.id, userId: { notIn: named } } });
    await op.db.mention.createMany({
      data: named.map((userId) => ({ userId, messageId: row.id, channelId: row.channelId, seq: row.seq })),
      skipDuplicates: true,
    });
    const edited = await op.db.message.update({
      where: { id: row.id },
      data: { body, searchText: searchTextOf(body), editedAt: op.now },
      select: MESSAGE_ROW,
    });
    await forgetMentions(op, row.id, named);
    await notifyOfMessage(op, { ...row, spaceId }, named, null);
    await publishChange(op, loaded);
    return presentMessage(op, role, edited);
  });
}
