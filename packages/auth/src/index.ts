export type { Auth, Authentication, OpenedSession, TakenTicket } from './Auth';
export { type AuthComposition, createAuth } from './createAuth';
export { createIdentityService } from './createIdentityService';
export { hashSecret, newSecret } from './secrets';
export { sessionCookie } from './sessionCookie';
export { issueTicket, takeTicket } from './tickets';
