import type { HandlerQuery } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { MESSAGE_ROW, type MessageRow } from './messageRow';

type Query = HandlerQuery<'GET /channels/{channelId}/messages'>;

interface MessageWindow {
  rows: MessageRow[];
  hasBefore: boolean;
  hasAfter: boolean;
}

/**
 * Messages by seq, ascending: before a seq, after one, around one (itself in the earlier half), or the last ones.
 * `parentId` null: top-level messages of the channel.
 */
export async function readMessageWindow(
  op: Operation,
  scope: { channelId: string; parentId: string | null },
  query: Query,
): Promise<MessageWindow> {
  const down = (lt: number | undefined, take: number) =>
    op.db.message.findMany({
      where: { ...scope, ...(lt === undefined ? {} : { seq: { lt } }) },
      orderBy: { seq: 'desc' },
      take: take + 1,
      select: MESSAGE_ROW,
    });
  const up = (gt: number, take: number) =>
    op.db.message.findMany({
      where: { ...scope, seq: { gt } },
      orderBy: { seq: 'asc' },
      take: take + 1,
      select: MESSAGE_ROW,
    });
  const exists = async (seq: { lte: number } | { gte: number }) =>
    (await op.db.message.findFirst({ where: { ...scope, seq }, select: { id: true } })) !== null;
  const { limit, before, after, around } = query;

  if (around !== undefined) {
    const later = Math.floor(limit / 2);
    const [below, above] = [await down(around + 1, limit - later), await up(around, later)];
    return {
      rows: [...below.slice(0, limit - later).reverse(), ...above.slice(0, later)],
      hasBefore: below.length > limit - later,
      hasAfter: above.length > later,
    };
  }
  if (after !== undefined) {
    const rows = await up(after, limit);
    return {
      rows: rows.slice(0, limit),
      hasBefore: await exists({ lte: after }),
      hasAfter: rows.length > limit,
    };
  }
  const rows = await down(before, limit);
  return {
    rows: rows.slice(0, limit).reverse(),
    hasBefore: rows.length > limit,
    hasAfter: before !== undefined && (await exists({ gte: before })),
  };
}
