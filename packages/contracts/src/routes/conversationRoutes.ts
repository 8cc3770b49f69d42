import { z } from 'zod';
import { Id } from '../shapes/common';
import {
  Channel,
  EditMessage,
  Emoji,
  Message,
  MessagePage,
  MessagesQuery,
  MoveReadCursor,
  PostMessage,
} from '../shapes/conversation';
import { defineRoutes } from './route';

const channelId = z.object({ channelId: Id });
const messageId = z.object({ messageId: Id });
const reaction = z.object({ messageId: Id, emoji: Emoji });

export const conversationRoutes = defineRoutes({
  'GET /channels/{channelId}': {
    summary: 'A channel',
    access: 'session',
    params: channelId,
    response: Channel,
  },
  'GET /channels/{channelId}/messages': {
    summary: 'Top-level messages by seq',
    access: 'session',
    params: channelId,
    query: MessagesQuery,
    response: MessagePage,
  },
  'POST /channels/{channelId}/messages': {
    summary: 'Post a message or a reply',
    access: 'session',
    params: channelId,
    body: PostMessage,
    response: Message,
    status: 201,
  },
  'PUT /channels/{channelId}/read-cursor': {
    summary: 'Everything up to seq was seen, or what follows is marked unread',
    access: 'session',
    params: channelId,
    body: MoveReadCursor,
    response: Channel,
    // A page that is looked at does it as messages come in.
    unattended: true,
  },
  'GET /messages/{messageId}': {
    summary: 'A message',
    access: 'session',
    params: messageId,
    response: Message,
  },
  'PATCH /messages/{messageId}': {
    summary: 'Edit a message of one’s own',
    access: 'session',
    params: messageId,
    body: EditMessage,
    response: Message,
  },
  'DELETE /messages/{messageId}': {
    summary: 'Delete a message: its text is gone, its place stays',
    access: 'session',
    params: messageId,
    response: Message,
    status: 200,
  },
  'GET /messages/{messageId}/replies': {
    summary: 'Replies by seq',
    access: 'session',
    params: messageId,
    query: MessagesQuery,
    response: MessagePage,
  },
  'PUT /messages/{messageId}/reactions/{emoji}': {
    summary: 'React',
    access: 'session',
    params: reaction,
    response: Message,
    status: 200,
  },
  'DELETE /messages/{messageId}/reactions/{emoji}': {
    summary: 'Take a reaction back',
    access: 'session',
    params: reaction,
    response: Message,
    status: 200,
  },
});
