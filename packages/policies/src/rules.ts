import type { Action, ResourceKind } from '@hemicycle/contracts';
import type { Actor } from './actor';
import type { ResourceStates } from './states';

export type Account = Extract<Actor, { kind: 'account' }>;

/** One pure rule for each action of a kind of resource. Anonymous visitors never reach a rule. */
export type Rules<K extends ResourceKind> = Record<
  Action<K>,
  (input: { readonly actor: Account; readonly state: ResourceStates[K] }) => boolean
>;
