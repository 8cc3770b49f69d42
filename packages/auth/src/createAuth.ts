import {
  endSessions,
  GUEST_ISSUER,
  type IdentityService,
  inTransaction,
  type Transactional,
  type WakeEvents,
} from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import { type KeycloakEnv, type SessionEnv, sessionEnv } from '@hemicycle/env';
import { type Logger, logger } from '@hemicycle/observability';
import { type Account, ANONYMOUS } from '@hemicycle/policies';
import type { Auth } from './Auth';
import { BREAK_GLASS_LIMITS, endBreakGlass, openBreakGlass } from './breakGlass';
import { createKeySet } from './createKeySet';
import { createSessionCache } from './createSessionCache';
import { openGuestSession } from './openGuestSession';
import { openSession } from './openSession';
import { readSession, type SessionReading, type SessionRules } from './readSession';
import { rememberEnd } from './rememberEnd';
import { newSecret } from './secrets';
import { NO_SESSION_COOKIE, readSessionCookie, sessionCookie } from './sessionCookie';
import { sessionStateOf } from './sessionStateOf';
import { seenLately } from './sessionTimes';
import { issueTicket, takeTicket } from './tickets';
import { touchSession } from './touchSession';
import { useTokenOnce } from './useTokenOnce';
import type { TrustedRealm } from './verifyJwt';
import { verifyLogoutToken } from './verifyLogoutToken';
import { verifySignIn } from './verifySignIn';

export interface AuthComposition {
  readonly database: Database;
  readonly identity: IdentityService;
  readonly keycloak: Pick<KeycloakEnv, 'issuer' | 'clientId' | 'realmUrl'>;
  /** How long sessions last, and the break-glass administrator. Left out: the defaults of `sessionEnv`. */
  readonly sessions?: SessionEnv;
  readonly log?: Logger;
  /** `wake` of the bus. Left out: commits notify by themselves. */
  readonly wakeEvents?: WakeEvents | null;
}

/** Who somebody is: from Keycloak's tokens to a session of our own, from its cookie to an actor. */
export function createAuth(composition: AuthComposition): Auth {
  const { database, identity, keycloak, log = logger('auth'), wakeEvents = null } = composition;
  const { sessions = sessionEnv({}) } = composition;
  const { issuer, clientId, realmUrl } = keycloak;
  const realm: TrustedRealm = { keys: createKeySet(realmUrl), issuer, clientId };
  const cache = createSessionCache();
  const op: Transactional = { db: database, database, log, afterCommit: null, wakeEvents };
  const { breakGlassHash } = sessions;
  const rules: SessionRules = {
    limitsOf: (breakGlass) => {
      if (!breakGlass) return sessions;
      return breakGlassHash === null ? null : BREAK_GLASS_LIMITS;
    },
  };
  const read = (secret: string): Promise<SessionReading> => readSession(database, rules, secret, new Date());
  const forget = (reading: SessionReading | null): void => {
    if (reading?.actor.kind === 'account') cache.forget(reading.actor.userId);
  };

  return {
    async openSession(tokens, { cookie, userAgent }) {
      const signIn = await verifySignIn(realm, tokens);
      // The token counts as used even when the account is refused: a replay would be refused all the same.
      await useTokenOnce(database, 'access', issuer, signIn);
      const known = readSessionCookie(cookie);
      const previous = known === null ? null : await read(known);
      const secret = newSecret();
      const given = { signIn, secret, userAgent, previous, limits: sessions, now: new Date() };
      const actor = await inTransaction(op, (op) => openSession(op, given));
      forget(previous);
      log.info({ actor: actor.userId, sessionId: actor.sessionId }, 'signed in');
      return { actor, cookie: sessionCookie(secret, sessions.absoluteMs / 1000) };
    },

    openGuestSession: (op, guest) => openGuestSession(op, guest, sessions, op.now),

    async openBreakGlass(password, { userAgent }) {
      const secret = newSecret();
      const parts = { passwordHash: breakGlassHash, issuer };
      const actor = await openBreakGlass(op, parts, { password, secret, userAgent, now: new Date() });
      return { actor, cookie: sessionCookie(secret, BREAK_GLASS_LIMITS.absoluteMs / 1000) };
    },

    async actorOf(cookieHeader, { attended = false } = {}) {
      const secret = readSessionCookie(cookieHeader);
      if (secret === null) return { actor: ANONYMOUS, refusal: null };
      const reading = await cache.get(secret, () => read(secret));
      const { actor } = reading;
      if (attended && actor.kind === 'account' && reading.lastSeenAt <= seenLately(new Date())) {
        const limits = rules.limitsOf(actor.breakGlass === true) ?? sessions;
        await touchSession(database, actor.sessionId, limits, reading.signedInAt, new Date());
        cache.drop(secret);
      }
      return reading;
    },

    remembers(cookieHeader) {
      const secret = readSessionCookie(cookieHeader);
      return secret !== null && cache.has(secret);
    },

    stateOf: (actor) =>
      sessionStateOf(database, rules.limitsOf(actor.breakGlass === true) ?? sessions, actor),

    async endSession(actor) {
      if (actor.breakGlass) await endBreakGlass(op, actor, new Date());
      else await endOwnSession(op, identity, actor);
      cache.forget(actor.userId);
      return NO_SESSION_COOKIE;
    },

    issueTicket: (actor, request) => issueTicket(database, actor, request, new Date()),
    takeTicket: (ticket) => takeTicket(database, ticket, new Date()),

    async endByLogoutToken(logoutToken) {
      const request = await verifyLogoutToken(realm, logoutToken);
      await useTokenOnce(database, 'logout', issuer, request);
      const { subject, keycloakSid } = request;
      await rememberEnd(database, issuer, request, new Date());
      const ended = await endSessions(
        op,
        {
          issuer,
          ...(keycloakSid === undefined ? {} : { keycloakSid }),
          ...(subject === undefined ? {} : { user: { issuer, subject } }),
        },
        new Date(),
      );
      for (const { userId } of ended) cache.forget(userId);
      log.info({ sessions: ended.map(({ id }) => id) }, 'signed out by Keycloak');
    },

    onEvent: (event) => cache.onEvent(event),
    forgetAll: () => cache.forgetAll(),
  };
}

/** Signs out here and, when it answers in time, at Keycloak. */
async function endOwnSession(op: Transactional, identity: IdentityService, actor: Account): Promise<void> {
  const { issuer, keycloakSid } = await op.database.session.findUniqueOrThrow({
    where: { id: actor.sessionId },
    select: { issuer: true, keycloakSid: true },
  });
  if (issuer === GUEST_ISSUER) {
    await endSessions(op, { id: actor.sessionId }, new Date());
    return;
  }
  // One Keycloak session is one browser: what was opened from it ends with it.
  await endSessions(op, { issuer, keycloakSid, userId: actor.userId }, new Date());
  await identity.endSession(keycloakSid).catch((error: unknown) => {
    op.log.warn({ err: error, actor: actor.userId }, 'signed out here, but Keycloak was not reached');
  });
}
