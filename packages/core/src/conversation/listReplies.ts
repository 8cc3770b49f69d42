import type { HandlerQuery, MessagePage } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { loadMessage } from './loadMessage';
import { presentMessages } from './presentMessages';
import { readMessageWindow } from './readMessageWindow';

/** Replies to a message, ascending. */
export async function listReplies(
  op: Operation,
  input: { messageId: string; query: HandlerQuery<'GET /messages/{messageId}/replies'> },
): Promise<MessagePage> {
  const { row, role } = await loadMessage(op, input.messageId, 'read');
  const scope = { channelId: row.channelId, parentId: row.id };
  const window = await readMessageWindow(op, scope, input.query);
  return {
    items: await presentMessages(op, role, window.rows),
    hasBefore: window.hasBefore,
    hasAfter: window.hasAfter,
    focus: null,
  };
}
