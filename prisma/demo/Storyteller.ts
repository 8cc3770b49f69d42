import { extractText } from '@hemicycle/collab/extractText';
import { contentUpdate } from '@hemicycle/collab/schema';
import {
  addReaction,
  createDocument,
  moveReadCursor,
  type Operation,
  postMessage,
  postSystemMessage,
} from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import * as Y from 'yjs';
import type { Content } from './content';

const MINUTE = 60_000;

/** Lets the demo's people act in the past, through the operations everyone uses. */
export class Storyteller {
  constructor(
    private readonly op: Operation,
    private readonly actors: ReadonlyMap<string, Account>,
  ) {}

  /** The operation of one person, so many minutes before now. */
  by(username: string, minutesAgo: number): Operation {
    const actor = this.person(username);
    return { ...this.op, actor, now: new Date(this.op.now.getTime() - minutesAgo * MINUTE) };
  }

  person(username: string): Account {
    const actor = this.actors.get(username);
    if (actor === undefined) throw new Error(`the demo has nobody named ${username}`);
    return actor;
  }

  async writes(
    op: Operation,
    document: { spaceId: string; title: string; parentId?: string; content: Content },
  ): Promise<string> {
    const { spaceId, title, parentId = null, content } = document;
    const update = Uint8Array.from(contentUpdate(content));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, update);
    const { id } = await createDocument(op, {
      spaceId,
      title,
      parentId,
      content: { update, plainText: extractText(copy) },
    });
    copy.destroy();
    return id;
  }

  async says(
    op: Operation,
    channelId: string,
    body: string,
    parentId: string | null = null,
  ): Promise<string> {
    const { id } = await postMessage(op, { channelId, id: newId(op.now.getTime()), body, parentId });
    return id;
  }

  async reacts(usernames: string[], minutesAgo: number, messageId: string, emoji: string): Promise<void> {
    for (const username of usernames) await addReaction(this.by(username, minutesAgo), { messageId, emoji });
  }

  /** A meeting of the past with its people, and the lines it left in the conversation. */
  async met(meeting: {
    roomId: string;
    channelId: string;
    people: string[];
    beganAgo: number;
    endedAgo: number;
  }): Promise<void> {
    const [first = ''] = meeting.people;
    const began = this.by(first, meeting.beganAgo);
    const ended = this.by(first, meeting.endedAgo);
    const { userId } = this.person(first);
    const { channelId } = meeting;
    await began.db.meeting.create({
      data: {
        id: newId(began.now.getTime()),
        roomId: meeting.roomId,
        startedById: userId,
        startedAt: began.now,
        endedAt: ended.now,
        participants: {
          create: meeting.people.map((username, index) => ({
            livekitSid: `PA_demo${index}`,
            userId: this.person(username).userId,
            identity: `${this.person(username).userId}:demo000000000000`,
            joinedAt: new Date(began.now.getTime() + index * MINUTE),
            leftAt: ended.now,
          })),
        },
      },
      select: { id: true },
    });
    await postSystemMessage(began, { channelId, kind: 'meetingStarted', authorId: userId });
    await postSystemMessage(ended, { channelId, kind: 'meetingEnded', authorId: userId });
  }

  /** Everyone named has seen the channel up to its present end. */
  async seen(usernames: string[], minutesAgo: number, channelId: string): Promise<void> {
    for (const username of usernames) {
      const op = this.by(username, minutesAgo);
      const { lastSeq } = await op.db.channel.findUniqueOrThrow({ where: { id: channelId } });
      await moveReadCursor(op, { channelId, seq: lastSeq, markUnread: false });
    }
  }
}
