import { DomainError } from '@hemicycle/contracts';
import { accountOf, type Operation } from '../operation';
import { BREAK_GLASS_ISSUER } from './breakGlassIssuer';

/**
 * The guard of sensitive actions (administration, export, lowering a label): the person proved who they are in the last
 * minutes, and well enough. Ask it after `authorize`, so that nobody is sent to sign in again for what they may not do,
 * and before anything is changed.
 * @throws DomainError step_up_required: the page leads through Keycloak and back, and the person does it again
 */
export async function requireRecentSignIn(op: Operation): Promise<void> {
  const { sessionId } = accountOf(op);
  const session = await op.db.session.findUnique({
    where: { id: sessionId },
    select: { authTime: true, acr: true, issuer: true },
  });
  // The break-glass administrator's sessions last no longer than this would allow.
  if (session?.issuer === BREAK_GLASS_ISSUER) return;
  const { maxAgeMs, acr } = op.services.identity.stepUp;
  const recent = session !== null && op.now.getTime() - session.authTime.getTime() <= maxAgeMs;
  if (!recent || session.acr === null || !acr.includes(session.acr))
    throw new DomainError('step_up_required');
}
