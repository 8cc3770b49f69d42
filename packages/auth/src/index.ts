export type { Auth, Authentication, OpenedSession, TakenTicket } from './Auth';
