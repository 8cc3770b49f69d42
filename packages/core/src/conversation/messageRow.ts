import { PERSON, type PersonRow } from '../people/presentPerson';

/** What is read of a message to present it. */
export const MESSAGE_ROW = {
  id: true,
  channelId: true,
  seq: true,
  kind: true,
  parentId: true,
  authorId: true,
  author: { select: PERSON },
  body: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
} as const;

export interface MessageRow {
  id: string;
  channelId: string;
  seq: number;
  kind: 'text' | 'meetingStarted' | 'meetingEnded';
  parentId: string | null;
  authorId: string;
  author: PersonRow;
  body: string;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}
