import { createHash } from 'node:crypto';
import { DomainError } from '@hemicycle/contracts';
import { foldText, publish, type Transactional } from '@hemicycle/core';
import { newId, type OrganisationRole } from '@hemicycle/db';
import type { SignIn } from './verifySignIn';

export interface FoundAccount {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationRole: OrganisationRole;
}

/**
 * The account of a sign-in, known by issuer and subject and never by e-mail: made at the first one, and kept equal to
 * the claims at each.
 * @throws DomainError account_unknown when no organisation belongs to the issuer, account_disabled
 */
export async function findAccount(op: Transactional, signIn: SignIn): Promise<FoundAccount> {
  const { issuer, subject, name, email, title } = signIn;
  const columns = {
    name,
    email,
    // A directory without titles does not erase one that was entered here.
    ...(title === null ? {} : { title }),
    sortName: foldText(name),
  };
  const known = await op.db.user.findUnique({ where: { issuer_subject: { issuer, subject } } });
  if (known !== null) {
    if (known.disabledAt !== null) throw new DomainError('account_disabled');
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
  const organisation = await op.db.organisation.findUnique({ where: { issuer }, select: { id: true } });
  if (organisation === null) throw new DomainError('account_unknown');
  const id = newId();
  // Two first sign-ins at once: one makes the account, the other finds it.
  await op.db.user.createMany({
    data: [
      {
        ...columns,
        id,
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
