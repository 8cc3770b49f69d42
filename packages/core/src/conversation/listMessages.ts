import type { HandlerQuery, MessagePage } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { loadChannel } from './loadChannel';
import { messageAround } from './messageAround';
import { presentMessages } from './presentMessages';
import { readMessageWindow } from './readMessageWindow';

type Query = HandlerQuery<'GET /channels/{channelId}/messages'>;

/** Top-level messages of a channel, ascending; without `before`, `after` or `around` the last ones. */
export async function listMessages(
  op: Operation,
  input: { channelId: string; query: Query },
): Promise<MessagePage> {
  const channel = await loadChannel(op, input.channelId, 'read');
  const around = input.query.around;
  const focus = around === undefined ? null : await messageAround(op, channel.id, around);
  const window = await readMessageWindow(
    op,
    { channelId: channel.id, parentId: null },
    focus ? { ...input.query, around: focus.rootSeq } : input.query,
  );
  return {
    items: await presentMessages(op, channel.role, window.rows),
    hasBefore: window.hasBefore,
    hasAfter: window.hasAfter,
    focus: focus && { id: focus.id, parentId: focus.parentId },
  };
}
