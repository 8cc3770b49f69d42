import { DomainError, type Message } from '@hemicycle/contracts';
import { isUniqueViolation } from '@hemicycle/db';
import { authorize } from '../access/authorize';
import { accountOf, inTransaction, type Operation } from '../operation';
import { appendMessage } from './appendMessage';
import { canonicalBody } from './canonicalBody';
import { loadChannel } from './loadChannel';
import { messageState } from './loadMessage';
import { MESSAGE_ROW, type MessageRow } from './messageRow';
import { notifyOfMessage } from './notifyOfMessage';
import { presentMessage } from './presentMessages';
import { searchTextOf } from './searchTextOf';

interface PostMessageInput {
  channelId: string;
  /** Chosen by the client. */
  id: string;
  body: string;
  parentId: string | null;
}

/**
 * Posts a message or a reply. The same id posted again by the same person to the same place is the same message,
 * whatever its text; anywhere else it is a `conflict`, and nothing is told of the other. Raises `not_found`,
 * `forbidden` (also for a reply to a reply), `conflict`.
 */
export async function postMessage(op: Operation, input: PostMessageInput): Promise<Message> {
  try {
    return await inTransaction(op, (op) => post(op, input));
  } catch (error) {
    // The id is taken in another channel, whose lock we do not hold.
    if (isUniqueViolation(error)) throw new DomainError('conflict', 'the id is taken');
    throw error;
  }
}

async function post(op: Operation, input: PostMessageInput): Promise<Message> {
  const me = accountOf(op).userId;
  const channel = await loadChannel(op, input.channelId, 'post');
  // Not against those who only point at the channel: somebody who comes into the space holds it, and this waits for it.
  await op.db.$queryRaw`SELECT 1 FROM channels WHERE id = ${channel.id}::uuid FOR NO KEY UPDATE`;
  const known = await op.db.message.findUnique({ where: { id: input.id }, select: MESSAGE_ROW });
  if (known) {
    if (!isSame(known, input, me)) throw new DomainError('conflict', 'the id is taken');
    return presentMessage(op, channel.role, known);
  }
  const parentAuthor = input.parentId === null ? null : await checkParent(op, channel, input.parentId);
  const { body, mentioned } = await canonicalBody(op, channel.spaceId, input.body);
  const row = await appendMessage(op, {
    id: input.id,
    channelId: channel.id,
    spaceId: channel.spaceId,
    kind: 'text',
    parentId: input.parentId,
    authorId: me,
    body,
    searchText: searchTextOf(body),
    mentioned: mentioned.filter((userId) => userId !== me),
  });
  await notifyOfMessage(op, { ...row, spaceId: channel.spaceId }, mentioned, parentAuthor);
  return presentMessage(op, channel.role, row);
}

function isSame(known: MessageRow, input: PostMessageInput, me: string): boolean {
  return known.authorId === me && known.channelId === input.channelId && known.parentId === input.parentId;
}

/** Who wrote the message that is answered. */
async function checkParent(
  op: Operation,
  channel: Awaited<ReturnType<typeof loadChannel>>,
  parentId: string,
): Promise<string> {
  const parent = await op.db.message.findUnique({ where: { id: parentId }, select: MESSAGE_ROW });
  if (!parent || parent.channelId !== channel.id) throw new DomainError('not_found');
  authorize(op.actor, 'message', 'reply', messageState(parent, channel.role));
  return parent.authorId;
}
