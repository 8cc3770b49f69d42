import type { Auth, OpenedSession, SignInBrowser } from '@hemicycle/auth';
import { DomainError, type Me } from '@hemicycle/contracts';
import {
  accountOf,
  createOperation,
  endAllSessions,
  endSession,
  getMe,
  listSessions,
  type Operation,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const sessionHandlers = defineHandlers({
  'POST /session': async (op, { body, auth, headers, answerHeaders }) =>
    signedIn(op, answerHeaders, await auth.openSession(body, browserOf(headers))),
  'POST /session/break-glass': async (op, { body, auth, headers, answerHeaders }) =>
    signedIn(op, answerHeaders, await auth.openBreakGlass(body.password, browserOf(headers))),
  'GET /session': (op, { auth }) => auth.stateOf(accountOf(op)),
  // That it was asked is what counts: the pipeline has written it down.
  'POST /session/activity': (op, { auth }) => auth.stateOf(accountOf(op)),
  'DELETE /session': async (op, { auth, answerHeaders }) => {
    answerHeaders.append('set-cookie', await auth.endSession(accountOf(op)));
  },
  'GET /people/{userId}/sessions': (op, { params, query }) => listSessions(op, { ...params, ...query }),
  'DELETE /people/{userId}/sessions/{sessionId}': (op, { params }) => endSession(op, params),
  'DELETE /people/{userId}/sessions': (op, { params }) => endAllSessions(op, params),
  /** Keycloak posts the form field `logout_token`; its signature is what authenticates it. */
  'POST /webhooks/keycloak/logout': async (_op, { bytes, auth }) => {
    const token = new URLSearchParams(new TextDecoder().decode(bytes)).get('logout_token');
    if (token === null) throw new DomainError('invalid_input', 'logout_token is missing');
    await endByLogoutToken(auth, token);
  },
});

function browserOf(headers: Headers): SignInBrowser {
  return { cookie: headers.get('cookie'), userAgent: headers.get('user-agent') };
}

function signedIn(op: Operation, answerHeaders: Headers, { actor, cookie }: OpenedSession): Promise<Me> {
  answerHeaders.append('set-cookie', cookie);
  return getMe(createOperation({ ...op, actor }));
}

/** OpenID Connect Back-Channel Logout 1.0, 2.8: whatever is wrong with the token is answered with 400. */
async function endByLogoutToken(auth: Auth, token: string): Promise<void> {
  try {
    await auth.endByLogoutToken(token);
  } catch (error) {
    const refused = error instanceof DomainError && error.status === 401;
    throw refused ? new DomainError('invalid_input', `logout_token: ${error.code}`) : error;
  }
}
