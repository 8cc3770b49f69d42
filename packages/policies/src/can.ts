import { type Abilities, type Action, CAPABILITIES, type ResourceKind } from '@hemicycle/contracts';
import { access, grant } from './access';
import type { Actor } from './actor';
import { channel } from './channel';
import { document } from './document';
import { group } from './group';
import { message } from './message';
import { organisation } from './organisation';
import { room } from './room';
import type { Rules } from './rules';
import { space } from './space';
import type { ResourceStates } from './states';

const RULES: { [K in ResourceKind]: Rules<K> } = {
  organisation,
  access,
  grant,
  group,
  space,
  channel,
  message,
  document,
  room,
};

/** The only place that decides. Pure: everything the answer depends on is in the arguments. */
export function can<K extends ResourceKind>(
  actor: Actor,
  kind: K,
  action: Action<K>,
  state: ResourceStates[K],
): boolean {
  return actor.kind === 'account' && RULES[kind][action]({ actor, state });
}

/** Every action of a kind of resource with its answer, as the API sends it along with the object. */
export function abilities<K extends ResourceKind>(
  actor: Actor,
  kind: K,
  state: ResourceStates[K],
): Abilities<K> {
  const actions: readonly Action<K>[] = CAPABILITIES[kind];
  return Object.fromEntries(
    actions.map((action) => [action, can(actor, kind, action, state)]),
  ) as Abilities<K>;
}
