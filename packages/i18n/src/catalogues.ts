import type auth from '../messages/en/auth.json';
import type common from '../messages/en/common.json';
import type conversation from '../messages/en/conversation.json';
import type documents from '../messages/en/documents.json';
import type errors from '../messages/en/errors.json';
import type guests from '../messages/en/guests.json';
import type home from '../messages/en/home.json';
import type labels from '../messages/en/labels.json';
import type mail from '../messages/en/mail.json';
import type meeting from '../messages/en/meeting.json';
import type notifications from '../messages/en/notifications.json';
import type offline from '../messages/en/offline.json';
import type people from '../messages/en/people.json';
import type search from '../messages/en/search.json';
import type sessions from '../messages/en/sessions.json';
import type settings from '../messages/en/settings.json';
import type sharing from '../messages/en/sharing.json';
import type shell from '../messages/en/shell.json';
import type spaces from '../messages/en/spaces.json';
import type { Locale } from './locales';

/** One catalogue file a feature. English names the keys; the checker holds the others to it. */
export interface Messages {
  auth: typeof auth;
  common: typeof common;
  conversation: typeof conversation;
  documents: typeof documents;
  errors: typeof errors;
  guests: typeof guests;
  home: typeof home;
  labels: typeof labels;
  mail: typeof mail;
  meeting: typeof meeting;
  notifications: typeof notifications;
  offline: typeof offline;
  people: typeof people;
  search: typeof search;
  sessions: typeof sessions;
  settings: typeof settings;
  sharing: typeof sharing;
  shell: typeof shell;
  spaces: typeof spaces;
}
export type Namespace = keyof Messages;

export const namespaces = [
  'auth',
  'common',
  'conversation',
  'documents',
  'errors',
  'guests',
  'home',
  'labels',
  'mail',
  'meeting',
  'notifications',
  'offline',
  'people',
  'search',
  'sessions',
  'settings',
  'sharing',
  'shell',
  'spaces',
] as const satisfies readonly Namespace[];

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
