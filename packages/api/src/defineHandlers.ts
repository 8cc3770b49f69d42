import type { Auth } from '@hemicycle/auth';
import type { HandlerBody, HandlerParams, HandlerQuery, RouteKey, RouteResponse } from '@hemicycle/contracts';
import type { Operation } from '@hemicycle/core';

/** The request's parts, validated and with defaults, and what a few handlers need besides. */
export interface HandlerInput<K extends RouteKey> {
  readonly params: HandlerParams<K>;
  readonly query: HandlerQuery<K>;
  readonly body: HandlerBody<K>;
  /** The raw body of a route with `bodyKind: 'bytes'`, empty otherwise. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Headers as they came. */
  readonly headers: Headers;
  /** Headers to send along, for example a cookie. */
  readonly answerHeaders: Headers;
  readonly auth: Auth;
}

/** A `Response` is sent as it is (files). Anything else is checked against the contract and sent as JSON. */
export type Handler<K extends RouteKey> = (
  op: Operation,
  input: HandlerInput<K>,
) => undefined extends RouteResponse<K>
  ? Promise<Response> | Promise<void>
  : Promise<RouteResponse<K>> | Promise<Response>;

/** A handler for every route there is. */
export type Handlers = { readonly [K in RouteKey]: Handler<K> };

/** Types each handler by the key it stands under. */
export function defineHandlers<K extends RouteKey>(
  handlers: { readonly [P in K]: Handler<P> },
): {
  readonly [P in K]: Handler<P>;
} {
  return handlers;
}
