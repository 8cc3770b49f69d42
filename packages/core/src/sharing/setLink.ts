import {
  DomainError,
  type HandlerBody,
  LINK_REACHES,
  type RouteResponse,
  roleAtLeast,
} from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { audit } from '../audit';
import { accountOf, inTransaction, type Operation } from '../operation';
import { hashPassword } from '../passwords';
import { readLink, readLinkRules } from './linkRow';
import { hashLinkToken, newLinkToken } from './linkSecrets';
import { type LoadedSharing, loadSharing, type ResourceKey } from './loadSharing';
import { peopleOfLink } from './peopleOfLinks';
import { publishSharing } from './publishSharing';
import { requireGrantable } from './requireGrantable';

type SetLinkInput = ResourceKey & HandlerBody<'PUT /access/{resourceType}/{resourceId}/link'>;

/**
 * Makes a link to a resource, or changes it. Who came by it stays, unless it is renewed or gets another password.
 * @throws DomainError not_found, forbidden, more_than_held, link_too_open (more than is allowed here or above),
 * invalid_input
 */
export async function setLink(
  op: Operation,
  input: SetLinkInput,
): Promise<RouteResponse<'PUT /access/{resourceType}/{resourceId}/link'>> {
  // Slow on purpose: not while others wait for the space.
  const passwordHash =
    typeof input.password === 'string' ? await hashPassword(input.password) : input.password;
  return inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, input, 'manage', { lock: true });
    const { resourceType, resourceId } = sharing;
    const { reach, role } = input;
    const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
    await requireAllowed(op, sharing, { reach, role, expiresAt });
    const here = { resourceType, resourceId };
    const known = await op.db.link.findUnique({ where: { resourceType_resourceId: here } });
    const fresh = known === null || input.renew || (known.expiresAt !== null && known.expiresAt <= op.now);
    const token = fresh ? newLinkToken() : null;
    await publishSharing(op, sharing, peopleOfLink(here));
    if (fresh || input.password !== undefined) {
      await op.db.linkOpening.deleteMany({ where: { link: here } });
    }
    const terms = {
      reach,
      role,
      expiresAt,
      ...(passwordHash !== undefined && { passwordHash }),
      ...(input.guestCode !== undefined && { guestCode: input.guestCode }),
    };
    const born = token && {
      tokenHash: hashLinkToken(token),
      createdById: accountOf(op).userId,
      createdAt: op.now,
    };
    if (known) {
      await op.db.link.update({ where: { id: known.id }, data: { ...terms, ...born }, select: { id: true } });
    } else if (born) {
      await op.db.link.create({ data: { id: newId(), ...here, ...terms, ...born }, select: { id: true } });
    }
    const told = { reach, role, expiresAt: input.expiresAt, renewed: fresh, password: passwordHash != null };
    await audit(op, 'link.set', { type: resourceType, id: resourceId }, told);
    const link = await readLink(op, here);
    if (link === null) throw new DomainError('internal', 'a link that was just set');
    return { link, token };
  });
}

async function requireAllowed(
  op: Operation,
  sharing: LoadedSharing,
  terms: Pick<SetLinkInput, 'reach' | 'role'> & { expiresAt: Date | null },
): Promise<void> {
  requireGrantable(op, sharing, terms);
  const { allowed } = await readLinkRules(op, sharing);
  const tooFar = LINK_REACHES.indexOf(terms.reach) > LINK_REACHES.indexOf(allowed.reach);
  if (tooFar || !roleAtLeast(allowed.role, terms.role)) throw new DomainError('link_too_open');
}
