import { endSessions, type Transactional, type WakeEvents } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import type { KeycloakEnv } from '@hemicycle/env';
import { type Logger, logger } from '@hemicycle/observability';
import { z } from 'zod';
import { createServiceAccount } from './createServiceAccount';
import { REMEMBERED, rememberEnd } from './rememberEnd';

/** Changes of accounts told in one answer. */
const EVENTS = 100;
/** Against a look that never ends. Changes; Keycloak tells the latest first. */
const MOST_EVENTS = 10_000;
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

  /** All of them: whoever is disabled in the middle of a synchronisation must not be the one that is left out. */
  async function changes(): Promise<z.output<typeof AdminEvents>> {
    const all: z.output<typeof AdminEvents> = [];
    for (let first = 0; first < MOST_EVENTS; first += EVENTS) {
      const query = new URLSearchParams({
        resourceTypes: 'USER',
        dateFrom: String(since),
        first: String(first),
        max: String(EVENTS),
      });
      for (const type of ['UPDATE', 'DELETE']) query.append('operationTypes', type);
      const response = await ask(`admin-events?${query}`);
      if (!response.ok) throw new Error(`Keycloak tells no admin events: ${response.status}`);
      const events = AdminEvents.parse(await response.json());
      all.push(...events);
      if (events.length < EVENTS) break;
    }
    return all;
  }

  async function changedAccounts(): Promise<{ subject: string; time: number }[]> {
    return (await changes()).flatMap(({ time, resourcePath }) => {
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
      if ((seen.get(subject) ?? 0) >= time) continue;
      // Without a session there is nothing to end, but for what a token got before the change might still open.
      const concerns =
        began - time < REMEMBERED
          ? await database.user.count({ where: user })
          : await database.session.count({ where: { issuer, endedAt: null, user } });
      if (concerns > 0 && (await isGone(subject))) {
        await rememberEnd(database, issuer, { subject }, new Date());
        const ended = await endSessions(op, { issuer, user }, new Date());
        const sessions = ended.map(({ id }) => id);
        log.info({ sessions }, 'signed out: the account is disabled in Keycloak');
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
