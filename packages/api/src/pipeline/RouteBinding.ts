import type { RouteContract, RouteKey } from '@hemicycle/contracts';
import type { Operation } from '@hemicycle/core';
import type { HandlerInput } from '../defineHandlers';

/** A route and its handler, with the types of the single route forgotten: the pipeline treats all alike. */
export interface RouteBinding {
  readonly key: RouteKey;
  readonly method: string;
  /** Relative to `/api/v1`, with `{param}`. */
  readonly path: string;
  readonly contract: RouteContract;
  /** Its answer, checked against the contract and with nothing but what is declared there, as JSON. */
  readonly write: (answer: unknown) => string;
  readonly handler: (op: Operation, input: HandlerInput<RouteKey>) => Promise<unknown>;
}
