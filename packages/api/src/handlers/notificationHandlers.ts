import {
  countUnread,
  getNotificationSettings,
  listNotifications,
  readNotifications,
  setNotificationSettings,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const notificationHandlers = defineHandlers({
  'GET /notifications': (op, { query }) => listNotifications(op, query),
  'GET /notifications/unread': (op) => countUnread(op),
  'POST /notifications/read': (op, { body }) => readNotifications(op, body),
  'GET /notifications/settings': (op) => getNotificationSettings(op),
  'PUT /notifications/settings': (op, { body }) => setNotificationSettings(op, body),
});
