/** What the sign-in page can tell. `working` while it acts by itself; the others wait for a press. */
export const signInStates = [
  'working',
  'signedOut',
  'session_expired',
  'cancelled',
  'account_unknown',
  'account_disabled',
  'organisation_changed',
  'email_refused',
  'identity_unavailable',
  'failed',
  'unavailable',
] as const;
export type SignInState = (typeof signInStates)[number];

/** The state a problem's or Keycloak's error code stands for. */
export function stateOfCode(code: string): SignInState {
  switch (code) {
    case 'session_expired':
    case 'account_unknown':
    case 'account_disabled':
    case 'organisation_changed':
    case 'email_refused':
    case 'identity_unavailable':
      return code;
    // OAuth 2.0 (RFC 6749 §4.1.2.1): the person said no, or went back.
    case 'access_denied':
    case 'interaction_required':
      return 'cancelled';
    case 'temporarily_unavailable':
      return 'identity_unavailable';
    case 'offline':
    case 'timeout':
    case 'unavailable':
    case 'internal':
    case 'too_many_requests':
      return 'unavailable';
    default:
      return 'failed';
  }
}
