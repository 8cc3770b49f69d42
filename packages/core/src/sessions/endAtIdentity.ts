import { type Operation, whenCommitted } from '../operation';
import { BREAK_GLASS_ISSUER } from './breakGlassIssuer';
import type { EndedSession } from './endSessions';

/**
 * Ends at Keycloak, after the commit, what was ended here. Where Keycloak is away it is still over: a sign-in from such a
 * browser needs a proof that is younger than the end (`auth`).
 */
export async function endAtIdentity(op: Operation, ended: readonly EndedSession[]): Promise<void> {
  const sids = new Set(
    ended.filter(({ issuer }) => issuer !== BREAK_GLASS_ISSUER).map(({ keycloakSid }) => keycloakSid),
  );
  if (sids.size === 0) return;
  await whenCommitted(op, async () => {
    const outcomes = await Promise.allSettled(
      [...sids].map((keycloakSid) => op.services.identity.endSession(keycloakSid)),
    );
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    if (failed.length > 0) {
      op.log.warn(
        { err: failed[0]?.reason, sessions: failed.length },
        'ended here, but Keycloak was not reached',
      );
    }
  });
}
