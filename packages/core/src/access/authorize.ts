import { type Action, CAPABILITIES, DomainError, type ResourceKind } from '@hemicycle/contracts';
import { type Actor, can, type ResourceStates } from '@hemicycle/policies';

/**
 * Asks policies, and raises when the answer is no. Who may not even read the resource is not told that it exists.
 * @throws DomainError sign_in_required, not_found or forbidden
 */
export function authorize<K extends ResourceKind>(
  actor: Actor,
  kind: K,
  action: Action<K>,
  state: ResourceStates[K],
): void {
  if (actor.kind === 'anonymous') throw new DomainError('sign_in_required');
  if (can(actor, kind, action, state)) return;
  const read: Action<K> = CAPABILITIES[kind][0];
  throw new DomainError(can(actor, kind, read, state) ? 'forbidden' : 'not_found', `${kind}.${action}`);
}
