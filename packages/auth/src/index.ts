export type { Auth, Authentication, OpenedSession, SignInBrowser, TakenTicket } from './Auth';
export { type AccountWatch, createAccountWatch } from './createAccountWatch';
export { type AuthComposition, createAuth } from './createAuth';
export { createIdentityService } from './createIdentityService';
export { hashSecret, newSecret } from './secrets';
export { sessionCookie } from './sessionCookie';
export { issueTicket, takeTicket } from './tickets';
