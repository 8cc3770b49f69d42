import type { DomainError, LiveEvent, TicketRequest } from '@hemicycle/contracts';
import type { OpenGuestSession } from '@hemicycle/core';
import type { Account, Actor } from '@hemicycle/policies';

/** Who a request comes from. `refusal` says why a cookie that was sent does not count. */
export interface Authentication {
  readonly actor: Actor;
  readonly refusal: DomainError | null;
}

export interface OpenedSession {
  readonly actor: Account;
  /** Value of a `Set-Cookie` header. */
  readonly cookie: string;
}

export interface TakenTicket {
  readonly actor: Account;
  readonly purpose: TicketRequest['purpose'];
  readonly documentId: string | null;
  readonly sessionExpiresAt: Date;
}

export interface Auth {
  /**
   * Verifies both tokens once and opens a session, always a new one.
   * @throws DomainError invalid_token, token_replayed, account_disabled, account_unknown or identity_unavailable
   */
  openSession(tokens: { accessToken: string; idToken: string }): Promise<OpenedSession>;
  /** The session of a guest who was let in, in the transaction that lets them. */
  readonly openGuestSession: OpenGuestSession<OpenedSession>;
  /** Reads the session cookie out of a `Cookie` header. Costs no query when the session was seen in the last seconds. */
  actorOf(cookieHeader: string | null): Promise<Authentication>;
  /** True when `actorOf` would answer from memory. */
  remembers(cookieHeader: string | null): boolean;
  /** Signs out here and, when it answers in time, at Keycloak. Returns the `Set-Cookie` that removes the cookie. */
  endSession(actor: Account): Promise<string>;
  /** A one-time ticket for a socket, bound to the session. That the actor may open it was asked before. */
  issueTicket(actor: Account, request: TicketRequest): Promise<{ ticket: string; expiresAt: Date }>;
  /** The ticket's contents, once: null when it was used, has expired, or its session has ended. */
  takeTicket(ticket: string): Promise<TakenTicket | null>;
  /**
   * Ends the sessions a back-channel logout token names.
   * @throws DomainError invalid_token or token_replayed
   */
  endByLogoutToken(logoutToken: string): Promise<void>;
  /** Drops what is remembered of the account an event is about. Call it with each event of the bus. */
  onEvent(event: LiveEvent): void;
  /** Drops everything remembered: events may have been missed. */
  forgetAll(): void;
}
