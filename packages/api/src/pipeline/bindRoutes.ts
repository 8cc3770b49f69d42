import { type RouteContract, type RouteKey, routes } from '@hemicycle/contracts';
import type { Handlers } from '../defineHandlers';
import { answerWriter } from './answerWriter';
import type { RouteBinding } from './RouteBinding';

/** Joins every route of the contracts with its handler. */
export function bindRoutes(handlers: Handlers): RouteBinding[] {
  return Object.entries<RouteContract>(routes).map(([key, contract]) => {
    const [method = '', path = ''] = key.split(' ');
    return {
      key: key as RouteKey,
      method,
      path,
      contract,
      write: answerWriter(contract),
      handler: handlers[key as RouteKey] as unknown as RouteBinding['handler'],
    };
  });
}
