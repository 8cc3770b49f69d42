import { DomainError, type HandlerBody, LIMITS, type RouteResponse } from '@hemicycle/contracts';
import type { Account } from '@hemicycle/policies';
import { audit } from '../audit';
import { inTransaction, type Operation } from '../operation';
import { isPassword } from '../passwords';
import { foldText } from '../search/foldText';
import { hashLinkToken } from '../sharing/linkSecrets';
import { openLink } from '../sharing/openLink';
import { type Door, findDoor } from './findDoor';
import { checkCode, mailboxOf } from './guestCodes';
import { codeKey } from './guestIdentity';
import { upsertGuestUser } from './inviteGuest';

type EnterInput = HandlerBody<'POST /guests/enter'>;

/** Opens the session of a guest in the transaction it is given. Implemented in `auth`. */
export type OpenGuestSession<T extends { readonly actor: Account }> = (
  op: Operation,
  guest: { readonly userId: string; readonly organisationId: string },
) => Promise<T>;

/**
 * Lets somebody in, once what the door asks for was shown: an invitation is used up, a link makes a new guest. All of it
 * happens, or nothing; of two who come with the same invitation at once, one comes in.
 * @throws DomainError not_found, guest_code_wrong, link_password_required, link_password_wrong, too_many_requests
 */
export async function enterAsGuest<T extends { readonly actor: Account }>(
  op: Operation,
  input: EnterInput,
  openSession: OpenGuestSession<T>,
): Promise<{ place: RouteResponse<'POST /guests/enter'>; session: T }> {
  const door = await findDoor(op, input.token);
  await requirePassword(door, input.password);
  const email = mailboxOf(door, input.email);
  if (door.needsCode) {
    if (email === null || input.code === undefined) throw new DomainError('guest_code_wrong');
    await checkCode(op, input.token, email, input.code);
  }
  return inTransaction(op, async (op) => {
    const now = await findDoor(op, input.token);
    // Asked for since the first look: the mailbox that was named is nobody's yet.
    if (now.needsCode && !door.needsCode) throw new DomainError('guest_code_wrong');
    const { organisationId, resourceType, resourceId, spaceId } = now;
    const userId =
      now.guest === null
        ? await makeGuest(op, now, { ...input, email: now.needsCode ? email : null })
        : await useInvitation(op, now.guest, input);
    const session = await openSession(op, { userId, organisationId });
    const asGuest = { ...op, actor: session.actor };
    if (now.way === 'link') {
      const { token, password } = input;
      await openLink(asGuest, { token, ...(password !== undefined && { password }) });
    }
    if (email !== null) await op.db.guestCode.deleteMany({ where: { key: codeKey(input.token, email) } });
    await op.db.guest.update({ where: { userId }, data: { enteredAt: op.now }, select: { userId: true } });
    // They are where these led.
    await op.db.notification.updateMany({
      where: { userId, kind: 'invitation', readAt: null },
      data: { readAt: op.now },
    });
    await audit(asGuest, 'guest.entered', { type: resourceType, id: resourceId }, { way: now.way });
    return { place: { resourceType, resourceId, spaceId }, session };
  });
}

/** Slow on purpose: outside the transaction. */
async function requirePassword({ passwordHash }: Door, password: string | undefined): Promise<void> {
  if (passwordHash === null) return;
  if (password === undefined) throw new DomainError('link_password_required');
  if (!(await isPassword(password, passwordHash))) throw new DomainError('link_password_wrong');
}

async function useInvitation(
  op: Operation,
  guest: NonNullable<Door['guest']>,
  { token, name }: EnterInput,
): Promise<string> {
  const { count } = await op.db.guestToken.updateMany({
    where: { tokenHash: hashLinkToken(token), usedAt: null },
    data: { usedAt: op.now },
  });
  if (count === 0) throw new DomainError('not_found', 'way in');
  // Older mails are of no more use: whoever finds one comes too late.
  await op.db.guestToken.updateMany({
    where: { userId: guest.userId, usedAt: null },
    data: { usedAt: op.now },
  });
  if (!guest.entered && name !== guest.name) {
    await op.db.user.update({
      where: { id: guest.userId },
      data: { name, sortName: foldText(name), searchText: foldText(name, guest.email) },
      select: { id: true },
    });
  }
  return guest.userId;
}

/** Somebody who was removed does not come back by a link. */
async function makeGuest(
  op: Operation,
  { organisationId, inviterId, resourceType, resourceId }: Door,
  { name, email, locale }: Pick<EnterInput, 'name' | 'locale'> & { email: string | null },
): Promise<string> {
  const openings = { link: { resourceType, resourceId }, user: { organisationRole: 'guest' } } as const;
  if ((await op.db.linkOpening.count({ where: openings })) >= LIMITS.guestsPerLink) {
    throw new DomainError('too_many_requests', 'guests of a link');
  }
  const { id, disabledAt } = await upsertGuestUser(op, { organisationId, email, name });
  if (disabledAt !== null) throw new DomainError('not_found', 'way in');
  await op.db.guest.upsert({
    where: { userId: id },
    create: { userId: id, invitedById: inviterId, locale, createdAt: op.now },
    update: {},
    select: { userId: true },
  });
  return id;
}
