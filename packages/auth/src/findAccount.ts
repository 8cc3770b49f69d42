import { createHash, randomUUID } from 'node:crypto';
import { DomainError } from '@hemicycle/contracts';
import { foldText, publish, syncGroups, type Transactional } from '@hemicycle/core';
import { newId, type OrganisationRole } from '@hemicycle/db';
import { organisationOf } from './organisationOf';
import { requireOwnEmail } from './requireOwnEmail';
import type { SignIn } from './verifySignIn';

export interface FoundAccount {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationRole: OrganisationRole;
}

/**
 * The account of a sign-in, known by issuer and subject and never by e-mail: made at the first one, and kept equal to
 * the claims at each, with the provider's groups. Call it inside a transaction.
 * @throws DomainError account_unknown when the realm names no organisation we know, organisation_changed, email_refused,
 * account_disabled
 */
export async function findAccount(op: Transactional, signIn: SignIn): Promise<FoundAccount> {
  const account = await keepAccount(op, signIn);
  const { id: userId, organisationId, organisationRole } = account;
  // What their provider changes is theirs in the audit trail; the session does not exist yet.
  const actor = {
    kind: 'account',
    userId,
    organisationId,
    organisationRole,
    sessionId: randomUUID(),
  } as const;
  await syncGroups({ ...op, actor, now: new Date() }, signIn.groups);
  return account;
}

async function keepAccount(op: Transactional, signIn: SignIn): Promise<FoundAccount> {
  const { issuer, subject, name, email, title } = signIn;
  const columns = {
    name,
    email,
    // A directory without titles does not erase one that was entered here.
    ...(title === null ? {} : { title }),
    sortName: foldText(name),
  };
  const known = await op.db.user.findUnique({ where: { issuer_subject: { issuer, subject } } });
  if (known?.disabledAt) throw new DomainError('account_disabled');
  const organisation = await organisationOf(op.db, signIn, known?.organisationId ?? null);
  if (known?.email !== email) await requireOwnEmail(op.db, organisation, email);
  if (known !== null) {
    if (known.name !== name || known.email !== email || (title !== null && known.title !== title)) {
      const searchText = foldText(name, title ?? known.title, email);
      await op.db.user.update({
        where: { id: known.id },
        data: { ...columns, searchText },
        select: { id: true },
      });
      await publish(op, `user:${known.id}`, { type: 'me.changed', userId: known.id });
    }
    return known;
  }
  // Two first sign-ins at once: one makes the account, the other finds it.
  await op.db.user.createMany({
    data: [
      {
        ...columns,
        id: newId(),
        organisationId: organisation.id,
        issuer,
        subject,
        hue: createHash('sha256').update(subject).digest().readUInt32BE(0) % 360,
        searchText: foldText(name, title, email),
      },
    ],
    skipDuplicates: true,
  });
  return op.db.user.findUniqueOrThrow({ where: { issuer_subject: { issuer, subject } } });
}
