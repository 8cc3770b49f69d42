import { DomainError } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import type { Operation } from '../operation';
import { appendMessage } from './appendMessage';

/**
 * Writes that a meeting started or ended into the conversation of its space. `authorId` is who caused it. Decides
 * nothing: it is called from inside the transaction of the operation that did. Raises `not_found` for no such channel.
 */
export async function postSystemMessage(
  op: Operation,
  input: { channelId: string; kind: 'meetingStarted' | 'meetingEnded'; authorId: string },
): Promise<void> {
  const channel = await op.db.channel.findUnique({
    where: { id: input.channelId },
    select: { spaceId: true },
  });
  if (!channel) throw new DomainError('not_found');
  await appendMessage(op, {
    ...input,
    id: newId(),
    spaceId: channel.spaceId,
    parentId: null,
    body: '',
    searchText: '',
    mentioned: [],
  });
}
