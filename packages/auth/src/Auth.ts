import type { DomainError, LiveEvent, SessionState, TicketRequest } from '@hemicycle/contracts';
import type { OpenGuestSession } from '@hemicycle/core';
import type { Account, Actor } from '@hemicycle/policies';

/** Who a request comes from. `refusal` says why a cookie that was sent does not count. */
export interface Authentication {
  readonly actor: Actor;
  readonly refusal: DomainError | null;
}

/** The browser a session is opened for, by its headers. */
export interface SignInBrowser {
  /** `Cookie` header: a session it holds already is kept or ended. */
  readonly cookie: string | null;
  readonly userAgent: string | null;
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
   * Verifies both tokens once and opens a session under a new secret. Whoever signs in again in the same browser keeps
   * the session they have, with a newer proof of who they are.
   * @throws DomainError invalid_token, token_replayed, account_disabled, account_unknown, session_expired (the proof is
   * older than the end of this browser's last session) or identity_unavailable
   */
  openSession(
    tokens: { accessToken: string; idToken: string },
    browser: SignInBrowser,
  ): Promise<OpenedSession>;
  /** The session of a guest who was let in, in the transaction that lets them. */
  readonly openGuestSession: OpenGuestSession<OpenedSession>;
  /**
   * Opens a session of the break-glass administrator.
   * @throws DomainError not_found where that is not enabled, break_glass_refused
   */
  openBreakGlass(password: string, browser: SignInBrowser): Promise<OpenedSession>;
  /**
   * Reads the session cookie out of a `Cookie` header. Costs no query when the session was seen in the last seconds.
   * `attended`: somebody is there, so the idle time begins anew; written down once a minute.
   */
  actorOf(cookieHeader: string | null, options?: { attended?: boolean }): Promise<Authentication>;
  /** True when `actorOf` would answer from memory. */
  remembers(cookieHeader: string | null): boolean;
  /** How long the actor's session goes on. */
  stateOf(actor: Account): Promise<SessionState>;
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
