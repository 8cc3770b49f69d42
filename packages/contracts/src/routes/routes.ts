import type { z } from 'zod';
import { accountRoutes } from './accountRoutes';
import { conversationRoutes } from './conversationRoutes';
import { documentRoutes } from './documentRoutes';
import { groupRoutes } from './groupRoutes';
import { guestRoutes } from './guestRoutes';
import { labelRoutes } from './labelRoutes';
import { meetingRoutes } from './meetingRoutes';
import { notificationRoutes } from './notificationRoutes';
import { organisationRoutes } from './organisationRoutes';
import { sessionRoutes } from './sessionRoutes';
import { sharingRoutes } from './sharingRoutes';
import { spaceRoutes } from './spaceRoutes';

/** Every HTTP route there is. The API binds a handler to each, the tests a row, the client its types. */
export const routes = {
  ...accountRoutes,
  ...sessionRoutes,
  ...spaceRoutes,
  ...groupRoutes,
  ...organisationRoutes,
  ...sharingRoutes,
  ...labelRoutes,
  ...conversationRoutes,
  ...documentRoutes,
  ...meetingRoutes,
  ...guestRoutes,
  ...notificationRoutes,
};

export type Routes = typeof routes;
export type RouteKey = keyof Routes;

type Field<K extends RouteKey, F extends string, Side extends 'input' | 'output'> = Routes[K] extends {
  [field in F]: infer T;
}
  ? T extends z.ZodType
    ? Side extends 'input'
      ? z.input<T>
      : z.output<T>
    : undefined
  : undefined;

/** What a client passes. */
export type RouteParams<K extends RouteKey> = Field<K, 'params', 'input'>;
export type RouteQuery<K extends RouteKey> = Field<K, 'query', 'input'>;
export type RouteBody<K extends RouteKey> = Field<K, 'body', 'input'>;
/** What a handler gets, validated and with defaults. */
export type HandlerParams<K extends RouteKey> = Field<K, 'params', 'output'>;
export type HandlerQuery<K extends RouteKey> = Field<K, 'query', 'output'>;
export type HandlerBody<K extends RouteKey> = Field<K, 'body', 'output'>;
/** What comes back; undefined for an answer without a body. */
export type RouteResponse<K extends RouteKey> = Field<K, 'response', 'output'>;
