// Every catalogue, for servers only: browsers get the namespaces a page names, compiled.

import deAuth from '../messages/de/auth.json';
import deCommon from '../messages/de/common.json';
import deConversation from '../messages/de/conversation.json';
import deDocuments from '../messages/de/documents.json';
import deErrors from '../messages/de/errors.json';
import deGuests from '../messages/de/guests.json';
import deHome from '../messages/de/home.json';
import deLabels from '../messages/de/labels.json';
import deMail from '../messages/de/mail.json';
import deMeeting from '../messages/de/meeting.json';
import deNotifications from '../messages/de/notifications.json';
import deOffline from '../messages/de/offline.json';
import dePeople from '../messages/de/people.json';
import deSearch from '../messages/de/search.json';
import deSessions from '../messages/de/sessions.json';
import deSettings from '../messages/de/settings.json';
import deSharing from '../messages/de/sharing.json';
import deShell from '../messages/de/shell.json';
import deSpaces from '../messages/de/spaces.json';
import enAuth from '../messages/en/auth.json';
import enCommon from '../messages/en/common.json';
import enConversation from '../messages/en/conversation.json';
import enDocuments from '../messages/en/documents.json';
import enErrors from '../messages/en/errors.json';
import enGuests from '../messages/en/guests.json';
import enHome from '../messages/en/home.json';
import enLabels from '../messages/en/labels.json';
import enMail from '../messages/en/mail.json';
import enMeeting from '../messages/en/meeting.json';
import enNotifications from '../messages/en/notifications.json';
import enOffline from '../messages/en/offline.json';
import enPeople from '../messages/en/people.json';
import enSearch from '../messages/en/search.json';
import enSessions from '../messages/en/sessions.json';
import enSettings from '../messages/en/settings.json';
import enSharing from '../messages/en/sharing.json';
import enShell from '../messages/en/shell.json';
import enSpaces from '../messages/en/spaces.json';
import frAuth from '../messages/fr/auth.json';
import frCommon from '../messages/fr/common.json';
import frConversation from '../messages/fr/conversation.json';
import frDocuments from '../messages/fr/documents.json';
import frErrors from '../messages/fr/errors.json';
import frGuests from '../messages/fr/guests.json';
import frHome from '../messages/fr/home.json';
import frLabels from '../messages/fr/labels.json';
import frMail from '../messages/fr/mail.json';
import frMeeting from '../messages/fr/meeting.json';
import frNotifications from '../messages/fr/notifications.json';
import frOffline from '../messages/fr/offline.json';
import frPeople from '../messages/fr/people.json';
import frSearch from '../messages/fr/search.json';
import frSessions from '../messages/fr/sessions.json';
import frSettings from '../messages/fr/settings.json';
import frSharing from '../messages/fr/sharing.json';
import frShell from '../messages/fr/shell.json';
import frSpaces from '../messages/fr/spaces.json';
import type { Namespace } from './catalogues';
import type { Locale } from './locales';

/** A catalogue as written: nested groups of ICU messages. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

export const allMessages: Readonly<Record<Locale, Readonly<Record<Namespace, Catalogue>>>> = {
  fr: {
    auth: frAuth,
    common: frCommon,
    conversation: frConversation,
    documents: frDocuments,
    errors: frErrors,
    guests: frGuests,
    home: frHome,
    labels: frLabels,
    mail: frMail,
    meeting: frMeeting,
    notifications: frNotifications,
    offline: frOffline,
    people: frPeople,
    search: frSearch,
    sessions: frSessions,
    settings: frSettings,
    sharing: frSharing,
    shell: frShell,
    spaces: frSpaces,
  },
  en: {
    auth: enAuth,
    common: enCommon,
    conversation: enConversation,
    documents: enDocuments,
    errors: enErrors,
    guests: enGuests,
    home: enHome,
    labels: enLabels,
    mail: enMail,
    meeting: enMeeting,
    notifications: enNotifications,
    offline: enOffline,
    people: enPeople,
    search: enSearch,
    sessions: enSessions,
    settings: enSettings,
    sharing: enSharing,
    shell: enShell,
    spaces: enSpaces,
  },
  de: {
    auth: deAuth,
    common: deCommon,
    conversation: deConversation,
    documents: deDocuments,
    errors: deErrors,
    guests: deGuests,
    home: deHome,
    labels: deLabels,
    mail: deMail,
    meeting: deMeeting,
    notifications: deNotifications,
    offline: deOffline,
    people: dePeople,
    search: deSearch,
    sessions: deSessions,
    settings: deSettings,
    sharing: deSharing,
    shell: deShell,
    spaces: deSpaces,
  },
};
