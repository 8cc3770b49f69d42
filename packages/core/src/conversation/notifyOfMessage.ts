import { membersAmong } from '../access/membersAmong';
import { notify, tellChanged } from '../notifications/notify';
import type { Operation } from '../operation';

interface WrittenMessage {
  readonly id: string;
  readonly spaceId: string;
  readonly authorId: string;
}

/**
 * Tells the people a message names, members of its space all, and the member whose message it answers. Somebody who is
 * both is told of being named, and of one message once, however often it is written anew.
 */
export async function notifyOfMessage(
  op: Operation,
  { id, spaceId, authorId }: WrittenMessage,
  named: readonly string[],
  parentAuthor: string | null,
): Promise<void> {
  const notice = { actorId: authorId, spaceId, messageId: id, key: `message:${id}` };
  await notify(op, named, { ...notice, kind: 'mention' });
  if (parentAuthor === null || parentAuthor === authorId || named.includes(parentAuthor)) return;
  const there = await membersAmong(op, spaceId, [parentAuthor]);
  await notify(op, [...there.keys()], { ...notice, kind: 'reply' });
}

/** Nobody is told of the message any more, but those it still names. */
export async function forgetMentions(
  op: Operation,
  messageId: string,
  named: readonly string[] | null,
): Promise<void> {
  const where =
    named === null ? { messageId } : { messageId, kind: 'mention' as const, userId: { notIn: [...named] } };
  const gone = await op.db.notification.findMany({ where, select: { userId: true } });
  if (gone.length === 0) return;
  await op.db.notification.deleteMany({ where });
  await tellChanged(
    op,
    gone.map(({ userId }) => userId),
  );
}
