import { DomainError, type HandlerBody, LIMITS, type SharedGrant } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { audit } from '../audit';
import { queueMail } from '../mail/queueMail';
import { replanMail } from '../notifications/notify';
import { accountOf, inTransaction, type Operation } from '../operation';
import { foldText } from '../search/foldText';
import { grantAccess } from '../sharing/grantAccess';
import { loadGrant, presentGrants } from '../sharing/grantRow';
import { type LoadedSharing, loadSharing, type ResourceKey } from '../sharing/loadSharing';
import { latestEnd } from './endFor';
import { GUEST_ISSUER, guestHue, guestSubject } from './guestIdentity';

type InviteGuestInput = ResourceKey & HandlerBody<'POST /access/{resourceType}/{resourceId}/guests'>;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Gives somebody from outside a role on a resource, as an account that can do nothing else, and mails them the way in.
 * They hold it from now on: owners see, change and take it back like any other grant. Asked again for what they hold,
 * the mail is sent again.
 * @throws DomainError not_found, forbidden, more_than_held, invalid_input, colleague_not_guest, label_forbids,
 * mail_unavailable, too_many_requests
 */
export async function inviteGuest(op: Operation, input: InviteGuestInput): Promise<SharedGrant> {
  const { resourceType, resourceId, role, expiresAt } = input;
  return inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, input, 'grant', { lock: true });
    if (op.services.mail !== true) throw new DomainError('mail_unavailable');
    if (Date.parse(expiresAt) > latestEnd(op).getTime()) {
      const message = 'is too far off';
      throw new DomainError('invalid_input', 'expiresAt', [{ path: 'body.expiresAt', message }]);
    }
    await requireFew(op);
    const userId = await guestAccount(op, sharing, input);
    const here = { resourceType, resourceId, userId };
    const held = await op.db.grant.findUnique({ where: { resourceType_resourceId_userId: here } });
    const again = held !== null && (held.expiresAt === null || held.expiresAt > op.now);
    const grant = again
      ? await present(op, sharing, held.id)
      : await grantAccess(op, {
          resourceType,
          resourceId,
          role,
          expiresAt,
          subject: { type: 'person', userId },
        });
    // The invitation is the mail.
    await op.db.notification.updateMany({
      where: { userId, key: `grant:${grant.id}` },
      data: { mailedAt: op.now },
    });
    await replanMail(op, userId);
    await audit(op, 'guest.invited', { type: resourceType, id: resourceId }, { userId, again });
    const inviterId = accountOf(op).userId;
    await queueMail(
      op,
      { kind: 'guestInvitation', userId, inviterId, resourceType, resourceId },
      { key: `guestInvitation:${userId}:${resourceId}` },
    );
    return grant;
  });
}

async function present(op: Operation, sharing: LoadedSharing, grantId: string): Promise<SharedGrant> {
  const [grant] = await presentGrants(op, sharing, [await loadGrant(op, sharing, grantId)]);
  if (grant === undefined) throw new DomainError('not_found', 'grant');
  return grant;
}

async function requireFew(op: Operation): Promise<void> {
  const since = new Date(op.now.getTime() - DAY);
  const actorId = accountOf(op).userId;
  const count = await op.db.auditEvent.count({
    where: {
      organisationId: accountOf(op).organisationId,
      actorId,
      action: 'guest.invited',
      createdAt: { gt: since },
    },
  });
  if (count >= LIMITS.guestInvitations) throw new DomainError('too_many_requests', 'invitations');
}

/** The account of that mailbox in the organisation, made now unless it is there; who was removed is let in again. */
async function guestAccount(
  op: Operation,
  { organisationId }: LoadedSharing,
  { email, name, needsCode, locale }: InviteGuestInput,
): Promise<string> {
  const colleague = await op.db.user.count({
    where: {
      organisationId,
      email: { equals: email, mode: 'insensitive' },
      issuer: { not: GUEST_ISSUER },
      disabledAt: null,
    },
  });
  if (colleague > 0) throw new DomainError('colleague_not_guest');
  const { userId: invitedById } = accountOf(op);
  const { id, disabledAt } = await upsertGuestUser(op, {
    organisationId,
    email,
    name: name ?? nameOf(email),
  });
  if (disabledAt !== null) {
    await op.db.user.update({ where: { id }, data: { disabledAt: null }, select: { id: true } });
  }
  await op.db.guest.upsert({
    where: { userId: id },
    create: { userId: id, invitedById, needsCode, locale, createdAt: op.now },
    // Whoever asked for a code before still wants one.
    update: { invitedById, ...(needsCode && { needsCode }), ...(disabledAt !== null && { enteredAt: null }) },
    select: { userId: true },
  });
  return id;
}

/** Two at once: one makes the account, the other finds it. */
export async function upsertGuestUser(
  op: Operation,
  { organisationId, email, name }: { organisationId: string; email: string | null; name: string },
): Promise<{ id: string; disabledAt: Date | null }> {
  const subject = guestSubject(organisationId, email);
  await op.db.user.createMany({
    data: [
      {
        id: newId(),
        organisationId,
        organisationRole: 'guest',
        issuer: GUEST_ISSUER,
        subject,
        name,
        email: email ?? '',
        hue: guestHue(subject),
        sortName: foldText(name),
        searchText: foldText(name, email),
        createdAt: op.now,
      },
    ],
    skipDuplicates: true,
  });
  return op.db.user.findUniqueOrThrow({
    where: { issuer_subject: { issuer: GUEST_ISSUER, subject } },
    select: { id: true, disabledAt: true },
  });
}

/** What to call somebody of whom only the mailbox is known: `sofia.lindqvist@…` is Sofia Lindqvist. */
function nameOf(email: string): string {
  const words = email
    .slice(0, email.indexOf('@'))
    .split(/[._+-]+/)
    .filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return (name || email).slice(0, LIMITS.guestNameLength);
}
