import { PageQuery, page } from '../shapes/common';
import {
  Notification,
  NotificationSettings,
  ReadNotifications,
  UnreadNotifications,
} from '../shapes/notifications';
import { defineRoutes } from './route';

export const notificationRoutes = defineRoutes({
  'GET /notifications': {
    summary: 'What the caller is told of, newest first',
    access: 'session',
    query: PageQuery,
    response: page(Notification),
  },
  'GET /notifications/unread': {
    summary: 'How many of them were not read',
    access: 'session',
    response: UnreadNotifications,
  },
  'POST /notifications/read': {
    summary: 'Say that some, or all up to one, were read',
    access: 'session',
    body: ReadNotifications,
    response: UnreadNotifications,
    status: 200,
  },
  'GET /notifications/settings': {
    summary: 'How the caller wants to be told',
    access: 'session',
    response: NotificationSettings,
  },
  'PUT /notifications/settings': {
    summary: 'Say how one wants to be told',
    access: 'session',
    body: NotificationSettings,
    response: NotificationSettings,
  },
});
