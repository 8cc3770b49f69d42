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
import { sessions } from './sessions';
import { space } from './space';
import type { ResourceStates } from './states';

const RULES: { [K in ResourceKind]: Rules<K> } = {
  organisation,
  access,
  grant,
  group,
  sessions,
  space,
  channel,
  message,
  document,
  room,
};

/** What the break-glass administrator is for; everything else is closed to them. */
const ADMINISTRATION: { readonly [K in ResourceKind]?: readonly Action<K>[] } = {
  organisation: ['read', 'searchPeople', 'administer'],
  group: ['read', 'manage'],
  sessions: ['read', 'end'],
};

function isInReach<K extends ResourceKind>(actor: Actor, kind: K, action: Action<K>): boolean {
  if (actor.kind !== 'account' || actor.breakGlass === undefined) return true;
  const actions: readonly Action<K>[] = ADMINISTRATION[kind] ?? [];
  return actions.includes(action);
}

/** The only place that decides. Pure: everything the answer depends on is in the arguments. */
export function can<K extends ResourceKind>(
  actor: Actor,
  kind: K,
  action: Action<K>,
  state: ResourceStates[K],
): boolean {
  return actor.kind === 'account' && isInReach(actor, kind, action) && RULES[kind][action]({ actor, state });
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
