import type { Group } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { loadGroup, presentGroup } from './groupRow';

/** @throws DomainError not_found */
export async function getGroup(op: Operation, { groupId }: { groupId: string }): Promise<Group> {
  return presentGroup(op, await loadGroup(op, groupId, 'read'));
}
