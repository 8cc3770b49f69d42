import { z } from 'zod';
import { Me } from '../shapes/account';
import { Id, PageQuery, page } from '../shapes/common';
import { OpenBreakGlass, OpenSession, Session, SessionState } from '../shapes/sessions';
import { defineRoutes } from './route';

const person = z.object({ userId: Id });

export const sessionRoutes = defineRoutes({
  'POST /session': {
    summary: 'Open a session from Keycloak tokens, verified once and then dropped',
    access: 'public',
    body: OpenSession,
    response: Me,
    status: 201,
  },
  'POST /session/break-glass': {
    summary: 'Open a session for administration while Keycloak is down, where that is enabled',
    access: 'public',
    body: OpenBreakGlass,
    response: Me,
    status: 201,
  },
  'GET /session': {
    summary: 'How long the session goes on',
    access: 'session',
    response: SessionState,
    administration: true,
  },
  'POST /session/activity': {
    summary: 'Somebody is there: the idle time begins anew',
    access: 'session',
    response: SessionState,
    administration: true,
  },
  'DELETE /session': {
    summary: 'Sign out here and at Keycloak',
    access: 'session',
    response: null,
    administration: true,
  },
  'GET /people/{userId}/sessions': {
    summary:
      'Where somebody is signed in, latest first: oneself or, for administrators, anybody of the organisation',
    access: 'session',
    params: person,
    query: PageQuery,
    response: page(Session),
    administration: true,
  },
  'DELETE /people/{userId}/sessions/{sessionId}': {
    summary: 'End a session of one’s own or, as an administrator, of anybody of the organisation',
    access: 'session',
    params: person.extend({ sessionId: Id }),
    response: null,
    administration: true,
  },
  'DELETE /people/{userId}/sessions': {
    summary: 'End all sessions of a person; of one’s own all but this one',
    access: 'session',
    params: person,
    response: null,
    administration: true,
  },
  'POST /webhooks/keycloak/logout': {
    summary: 'OpenID Connect back-channel logout',
    access: 'webhook',
    bodyKind: 'bytes',
    response: null,
  },
});
