import {
  DomainError,
  documentMarkup,
  type Message,
  messageReferences,
  type Role,
  rewriteReferences,
} from '@hemicycle/contracts';
import { abilities } from '@hemicycle/policies';
import { type ReadableDocument, readableDocuments } from '../access/readableDocuments';
import type { Operation } from '../operation';
import { presentPerson } from '../people/presentPerson';
import { messageState } from './loadMessage';
import type { MessageRow } from './messageRow';
import { readMentionsOfCaller } from './readMentionsOfCaller';
import { readReactions } from './readReactions';
import { readReplies } from './readReplies';

/** Stands for the title of a document the caller may not read. */
const NO_TITLE = '…';

/** Messages of one channel as the caller sees them, in the order given. A fixed number of queries, however many. */
export async function presentMessages(
  op: Operation,
  role: Role | null,
  rows: readonly MessageRow[],
): Promise<Message[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const links = new Map(rows.map((row) => [row.id, documentIds(row.body)]));
  const [reactions, replies, mentions, documents] = [
    await readReactions(op, ids),
    await readReplies(
      op,
      rows.filter((row) => row.parentId === null).map((row) => row.id),
    ),
    await readMentionsOfCaller(op, ids),
    await readableDocuments(op, [...new Set([...links.values()].flat())]),
  ];
  return rows.map((row) => {
    const thread = replies.get(row.id);
    return {
      id: row.id,
      channelId: row.channelId,
      seq: row.seq,
      kind: row.kind,
      parentId: row.parentId,
      author: presentPerson(row.author),
      body: withoutHiddenTitles(row.body, documents),
      createdAt: row.createdAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      deletedAt: row.deletedAt?.toISOString() ?? null,
      reactions: reactions.get(row.id) ?? [],
      replyCount: thread?.count ?? 0,
      lastReplyAt: thread?.lastAt?.toISOString() ?? null,
      lastReplySeq: thread?.lastSeq ?? null,
      repliers: thread?.people ?? [],
      documents: (links.get(row.id) ?? []).flatMap((id) => {
        const document = documents.get(id);
        return document ? [{ id, title: document.title, editedAt: document.editedAt.toISOString() }] : [];
      }),
      mentionsMe: mentions.has(row.id),
      abilities: abilities(op.actor, 'message', messageState(row, role)),
    };
  });
}

export async function presentMessage(op: Operation, role: Role | null, row: MessageRow): Promise<Message> {
  const [message] = await presentMessages(op, role, [row]);
  if (!message) throw new DomainError('internal', 'a message presented as nothing');
  return message;
}

function documentIds(body: string): string[] {
  const ids = messageReferences(body).flatMap((found) => (found.type === 'document' ? [found.id] : []));
  return [...new Set(ids)];
}

/** Links keep the title they have now; the title of what the caller may not read is not told. */
function withoutHiddenTitles(body: string, documents: ReadonlyMap<string, ReadableDocument>): string {
  return rewriteReferences(body, (found) =>
    found.type === 'document'
      ? documentMarkup(found.id, documents.get(found.id)?.title ?? NO_TITLE)
      : undefined,
  );
}
