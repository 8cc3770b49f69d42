import {
  GUEST_ISSUER,
  type IdentityService,
  inTransaction,
  type Transactional,
  type WakeEvents,
} from '@hemicycle/core';
import { type Database, newId } from '@hemicycle/db';
import type { KeycloakEnv } from '@hemicycle/env';
import { type Logger, logger } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import type { JWTVerifyGetKey } from 'jose';
import type { Auth } from './Auth';
import { createKeySet } from './createKeySet';
import { createSessionCache } from './createSessionCache';
import { endSessions } from './endSessions';
import { findAccount } from './findAccount';
import { openGuestSession } from './openGuestSession';
import { readSession } from './readSession';
import { hashSecret, newSecret } from './secrets';
import { NO_SESSION_COOKIE, readSessionCookie, sessionCookie } from './sessionCookie';
import { ABSOLUTE_MS, sessionExpiry } from './sessionTimes';
import { issueTicket, takeTicket } from './tickets';
import { useTokenOnce } from './useTokenOnce';
import type { TrustedRealm } from './verifyJwt';
import { verifyLogoutToken } from './verifyLogoutToken';
import { verifySignIn } from './verifySignIn';

export interface AuthComposition {
  readonly database: Database;
  readonly identity: IdentityService;
  readonly keycloak: Pick<KeycloakEnv, 'issuer' | 'clientId' | 'realmUrl'>;
  /** Left out: the realm's keys, fetched from Keycloak. */
  readonly keys?: JWTVerifyGetKey;
  readonly log?: Logger;
  /** `wake` of the bus. Left out: commits notify by themselves. */
  readonly wakeEvents?: WakeEvents | null;
}

/** Who somebody is: from Keycloak's tokens to a session of our own, from its cookie to an actor. */
export function createAuth(composition: AuthComposition): Auth {
  const { database, identity, keycloak, keys, log = logger('auth'), wakeEvents = null } = composition;
  const { issuer, clientId, realmUrl } = keycloak;
  const realm: TrustedRealm = { keys: keys ?? createKeySet(realmUrl), issuer, clientId };
  const cache = createSessionCache();
  const op: Transactional = { db: database, database, log, afterCommit: null, wakeEvents };

  return {
    async openSession(tokens) {
      const signIn = await verifySignIn(realm, tokens);
      const secret = newSecret();
      const now = new Date();
      // The token counts as used even when the account is refused: a replay would be refused all the same.
      await useTokenOnce(database, 'access', issuer, signIn);
      const actor = await inTransaction(op, async (op) => {
        const account = await findAccount(op, signIn);
        const sessionId = newId();
        await op.db.session.create({
          data: {
            id: sessionId,
            userId: account.id,
            tokenHash: hashSecret(secret),
            keycloakSid: signIn.keycloakSid,
            issuer,
            authTime: signIn.authTime,
            createdAt: now,
            lastSeenAt: now,
            expiresAt: sessionExpiry(now, now),
          },
          select: { id: true },
        });
        const { id: userId, organisationId, organisationRole } = account;
        return { kind: 'account', userId, organisationId, organisationRole, sessionId } as const;
      });
      log.info({ actor: actor.userId, sessionId: actor.sessionId }, 'signed in');
      return { actor, cookie: sessionCookie(secret, ABSOLUTE_MS / 1000) };
    },

    openGuestSession: (op, guest) => openGuestSession(op, guest, op.now),

    async actorOf(cookieHeader) {
      const secret = readSessionCookie(cookieHeader);
      if (secret === null) return { actor: ANONYMOUS, refusal: null };
      return cache.get(secret, () => readSession(database, secret, new Date()));
    },

    remembers(cookieHeader) {
      const secret = readSessionCookie(cookieHeader);
      return secret !== null && cache.has(secret);
    },

    async endSession(actor) {
      const session = await database.session.findUniqueOrThrow({
        where: { id: actor.sessionId },
        select: { keycloakSid: true, issuer: true },
      });
      if (session.issuer === GUEST_ISSUER) {
        await endSessions(op, { id: actor.sessionId }, new Date());
        cache.forget(actor.userId);
        return NO_SESSION_COOKIE;
      }
      // One Keycloak session is one browser: what was opened from it ends with it.
      await endSessions(op, { issuer, keycloakSid: session.keycloakSid, userId: actor.userId }, new Date());
      cache.forget(actor.userId);
      await identity.endSession(session.keycloakSid).catch((error: unknown) => {
        log.warn({ err: error, actor: actor.userId }, 'signed out here, but Keycloak was not reached');
      });
      return NO_SESSION_COOKIE;
    },

    issueTicket: (actor, request) => issueTicket(database, actor, request, new Date()),
    takeTicket: (ticket) => takeTicket(database, ticket, new Date()),

    async endByLogoutToken(logoutToken) {
      const request = await verifyLogoutToken(realm, logoutToken);
      await useTokenOnce(database, 'logout', issuer, request);
      const { subject, keycloakSid } = request;
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
