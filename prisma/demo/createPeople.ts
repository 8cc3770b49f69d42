import { randomUUID } from 'node:crypto';
import { foldText } from '@hemicycle/core';
import { newId, type Transaction } from '@hemicycle/db';
import type { Account } from '@hemicycle/policies';
import demo from './accounts.json';

type OrganisationRole = Account['organisationRole'];

export interface DemoPeople {
  readonly organisationId: string;
  /** By user name. */
  readonly actors: ReadonlyMap<string, Account>;
}

/**
 * The demo organisation and its accounts, as they would be after a first sign-in of each, and a second one with a
 * provider of its own. What exists is left alone.
 * @param issuer the realm's, which with the subjects of `accounts.json` makes the accounts
 */
export async function createPeople(tx: Transaction, issuer: string, since: Date): Promise<DemoPeople> {
  const organisation = await keepOrganisation(tx, issuer, demo.organisation, since);
  // Its people sign in through a provider of their own, and have accounts from then on.
  await keepOrganisation(tx, issuer, demo.neighbour, since);
  const actors = new Map<string, Account>();
  for (const { subject, username, name, email, title, hue, ...account } of demo.accounts) {
    const user = await tx.user.upsert({
      where: { issuer_subject: { issuer, subject } },
      create: {
        id: newId(since.getTime()),
        organisationId: organisation.id,
        organisationRole: account.role as OrganisationRole,
        issuer,
        subject,
        name,
        email,
        title,
        hue,
        sortName: foldText(name),
        searchText: foldText(name, title, email),
        disabledAt: account.disabled ? since : null,
        createdAt: since,
      },
      update: {},
    });
    actors.set(username, {
      kind: 'account',
      userId: user.id,
      organisationId: organisation.id,
      organisationRole: user.organisationRole,
      sessionId: randomUUID(),
    });
  }
  return { organisationId: organisation.id, actors };
}

function keepOrganisation(
  tx: Transaction,
  issuer: string,
  organisation: typeof demo.organisation,
  createdAt: Date,
): Promise<{ id: string }> {
  const { externalKey } = organisation;
  return tx.organisation.upsert({
    where: { issuer_externalKey: { issuer, externalKey } },
    create: { ...organisation, issuer, createdAt },
    update: {},
    select: { id: true },
  });
}
