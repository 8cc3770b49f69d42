import { endSessions, type Transactional, type WakeEvents } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import type { KeycloakEnv } from '@hemicycle/env';
import { type Logger, logger } from '@hemicycle/observability';
import { z } from 'zod';
import { createServiceAccount } from './createServiceAccount';

/** The latest changes of accounts that are looked at; more at once are a synchronisation, and come with the next look. */
const EVENTS = 100;
/** How far the first look goes back: what was changed while nobody was looking. Milliseconds. */
const FIRST = 24 * 60 * 60 * 1000;
/** Looks overlap by so much: Keycloak writes an event down a moment after its time. Milliseconds. */
const OVERLAP = 10_000;

const AdminEvents = z.array(z.object({ time: z.number(), resourcePath: z.string() }));
const KeycloakUser = z.object({ enabled: z.boolean() });

export interface AccountWatch {
  /** Ends the sessions of accounts that were disabled or deleted in Keycloak since the last look. Never raises. */
  look(): Promise<void>;
}

/**
 * Keycloak ends no session when an account is disabled or deleted, and so sends no logout token. Its admin events say
 * which accounts were changed; what became of each is asked of Keycloak itself.
 */
export function createAccountWatch(composition: {
  readonly database: Database;
  readonly keycloak: KeycloakEnv;
  readonly log?: Logger;
  readonly wakeEvents?: WakeEvents | null;
}): AccountWatch {
  const { database, keycloak, log = logger('auth'), wakeEvents = null } = composition;
  const { issuer } = keycloak;
  const op: Transactional = { db: database, database, log, afterCommit: null, wakeEvents };
  const ask = createServiceAccount(keycloak);
  const seen = new Map<string, number>();
  let since = Date.now() - FIRST;
  let failing = false;

  async function changedAccounts(): Promise<{ subject: string; time: number }[]> {
    const query = new URLSearchParams({
      resourceTypes: 'USER',
      dateFrom: String(since),
      max: String(EVENTS),
    });
    for (const type of ['UPDATE', 'DELETE']) query.append('operationTypes', type);
    const response = await ask(`admin-events?${query}`);
    if (!response.ok) throw new Error(`Keycloak tells no admin events: ${response.status}`);
    const events = AdminEvents.parse(await response.json());
    return events.flatMap(({ time, resourcePath }) => {
      const subject = /^users\/([^/]+)$/.exec(resourcePath)?.[1];
      // The same change is asked about once, in however many looks it is.
      return subject === undefined || (seen.get(subject) ?? 0) >= time ? [] : [{ subject, time }];
    });
  }

  async function isGone(subject: string): Promise<boolean> {
    const response = await ask(`users/${encodeURIComponent(subject)}`);
    if (response.status === 404) return true;
    if (!response.ok) throw new Error(`Keycloak does not tell of an account: ${response.status}`);
    return !KeycloakUser.parse(await response.json()).enabled;
  }

  async function lookOnce(): Promise<void> {
    const began = Date.now();
    for (const { subject, time } of await changedAccounts()) {
      const user = { issuer, subject };
      const open = await database.session.count({ where: { issuer, endedAt: null, user } });
      if (open > 0 && (await isGone(subject))) {
        const ended = await endSessions(op, { issuer, user }, new Date());
        log.info({ sessions: ended.map(({ id }) => id) }, 'signed out: the account is disabled in Keycloak');
      }
      seen.set(subject, Math.max(time, seen.get(subject) ?? 0));
    }
    since = Math.max(since, began - OVERLAP);
    for (const [subject, time] of seen) if (time < since) seen.delete(subject);
  }

  return {
    async look() {
      try {
        await lookOnce();
        failing = false;
      } catch (error) {
        // Keycloak may be down for hours: once is enough.
        if (!failing) log.warn({ err: error }, 'what was disabled in Keycloak is not known for now');
        failing = true;
      }
    },
  };
}
