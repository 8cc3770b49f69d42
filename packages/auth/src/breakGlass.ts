import { DomainError, LIMITS } from '@hemicycle/contracts';
import {
  audit,
  BREAK_GLASS_ISSUER,
  endSessions,
  inTransaction,
  isPassword,
  publishAll,
  queueMail,
  type Transactional,
} from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import { deviceOf } from './deviceOf';
import { hashSecret } from './secrets';
import type { SessionLimits } from './sessionTimes';

/** Long enough to end sessions and mend groups, too short to be worked with. Milliseconds. */
const LASTS = 15 * 60 * 1000;
export const BREAK_GLASS_LIMITS: SessionLimits = { idleMs: LASTS, absoluteMs: LASTS };
/** As it stands in the audit trail and on the page; the same in every language. */
const NAME = 'Break-glass';

export interface BreakGlassParts {
  /** Null: there is no such administrator here. */
  readonly passwordHash: string | null;
  /** `iss` of the organisation it administers. */
  readonly issuer: string;
}

export interface BreakGlassAttempt {
  readonly password: string;
  /** The cookie's value, should it succeed. */
  readonly secret: string;
  readonly userAgent: string | null;
  readonly now: Date;
}

/**
 * Signs in the one administrator whose password is in our own configuration, for when Keycloak is down. Whatever comes of
 * it is logged as an error and audited; administrators are told at once.
 * @throws DomainError not_found (not enabled), break_glass_refused
 */
export async function openBreakGlass(
  op: Transactional,
  { passwordHash, issuer }: BreakGlassParts,
  { password, secret, userAgent, now }: BreakGlassAttempt,
): Promise<Account> {
  // Of several organisations of one realm it is the first, whose instance this is.
  const organisation = await op.database.organisation.findFirst({
    where: { issuer },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  if (passwordHash === null || organisation === null) throw new DomainError('not_found');
  const organisationId = organisation.id;
  if (!(await isPassword(password, passwordHash))) {
    op.log.error({ organisation: organisationId }, 'break-glass: a wrong password was tried');
    await auditRefusal(op, organisationId);
    throw new DomainError('break_glass_refused');
  }
  const actor = await inTransaction(op, async (op) => {
    const account = { organisationId, organisationRole: 'administrator', disabledAt: null } as const;
    const { id: userId } = await op.db.user.upsert({
      where: { issuer_subject: { issuer: BREAK_GLASS_ISSUER, subject: organisationId } },
      create: {
        ...account,
        id: newId(),
        issuer: BREAK_GLASS_ISSUER,
        subject: organisationId,
        name: NAME,
        sortName: NAME.toLowerCase(),
        email: '',
        hue: 0,
      },
      update: account,
      select: { id: true },
    });
    // One person at a time: who comes second takes over, and the first notices.
    await endSessions(op, { userId }, now);
    const sessionId = newId();
    const expiresAt = new Date(now.getTime() + LASTS);
    const times = { authTime: now, createdAt: now, signedInAt: now, lastSeenAt: now, expiresAt };
    await op.db.session.create({
      data: {
        ...times,
        ...deviceOf(userAgent),
        id: sessionId,
        userId,
        tokenHash: hashSecret(secret),
        keycloakSid: sessionId,
        issuer: BREAK_GLASS_ISSUER,
      },
      select: { id: true },
    });
    const organisationRole = 'administrator';
    const actor: Account = {
      kind: 'account',
      userId,
      organisationId,
      organisationRole,
      sessionId,
      breakGlass: true,
    };
    await audit({ ...op, actor }, 'breakGlass.opened', { type: 'session', id: sessionId });
    const administrators = await tellAdministrators(op, organisationId);
    for (const { id } of administrators) {
      if (id !== userId) await queueMail({ ...op, now }, { kind: 'breakGlass', userId: id, sessionId });
    }
    return actor;
  });
  op.log.error(
    { actor: actor.userId, sessionId: actor.sessionId },
    'break-glass: the administrator is signed in',
  );
  return actor;
}

/** Signs it out again. */
export async function endBreakGlass(op: Transactional, actor: Account, now: Date): Promise<void> {
  await inTransaction(op, async (op) => {
    await endSessions(op, { id: actor.sessionId }, now);
    await audit({ ...op, actor }, 'breakGlass.ended', { type: 'session', id: actor.sessionId });
    await tellAdministrators(op, actor.organisationId);
  });
  op.log.error(
    { actor: actor.userId, sessionId: actor.sessionId },
    'break-glass: the administrator has left',
  );
}

async function auditRefusal(op: Transactional, organisationId: string): Promise<void> {
  await op.database.auditEvent.create({
    data: {
      id: newId(),
      organisationId,
      actorId: null,
      action: 'breakGlass.refused',
      resourceType: 'organisation',
      resourceId: organisationId,
    },
    select: { id: true },
  });
}

/** Their pages read `GET /me` anew, which says that it is in use. */
async function tellAdministrators(
  op: Transactional,
  organisationId: string,
): Promise<readonly { readonly id: string }[]> {
  const administrators = await op.db.user.findMany({
    where: { organisationId, organisationRole: 'administrator', disabledAt: null },
    select: { id: true },
    take: LIMITS.accessEvents,
  });
  await publishAll(
    op,
    administrators.map(({ id }) => [`user:${id}`, { type: 'me.changed', userId: id } as const]),
  );
  return administrators;
}
