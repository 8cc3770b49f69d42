import {
  addReaction,
  deleteMessage,
  editMessage,
  getChannel,
  getMessage,
  listMessages,
  listReplies,
  moveReadCursor,
  postMessage,
  removeReaction,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const conversationHandlers = defineHandlers({
  'GET /channels/{channelId}': (op, { params }) => getChannel(op, params),
  'GET /channels/{channelId}/messages': (op, { params, query }) => listMessages(op, { ...params, query }),
  'POST /channels/{channelId}/messages': (op, { params, body }) => postMessage(op, { ...params, ...body }),
  'PUT /channels/{channelId}/read-cursor': (op, { params, body }) =>
    moveReadCursor(op, { ...params, ...body }),
  'GET /messages/{messageId}': (op, { params }) => getMessage(op, params),
  'PATCH /messages/{messageId}': (op, { params, body }) => editMessage(op, { ...params, ...body }),
  'DELETE /messages/{messageId}': (op, { params }) => deleteMessage(op, params),
  'GET /messages/{messageId}/replies': (op, { params, query }) => listReplies(op, { ...params, query }),
  'PUT /messages/{messageId}/reactions/{emoji}': (op, { params }) => addReaction(op, params),
  'DELETE /messages/{messageId}/reactions/{emoji}': (op, { params }) => removeReaction(op, params),
});
