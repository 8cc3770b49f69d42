import type { GuestDoor } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { findDoor } from './findDoor';

/**
 * What somebody who stands at the door is told. Looking uses nothing up: mail scanners look at everything.
 * @throws DomainError not_found
 */
export async function lookAtDoor(op: Operation, { token }: { token: string }): Promise<GuestDoor> {
  const door = await findDoor(op, token);
  const { way, organisation, invitedBy, resourceType, title, guest, needsCode, passwordHash } = door;
  const open = !needsCode && passwordHash === null;
  return {
    way,
    organisation,
    invitedBy,
    resourceType,
    title: open ? title : null,
    name: guest?.name ?? '',
    needsName: !guest?.entered,
    needsCode,
    needsEmail: needsCode && guest === null,
    needsPassword: passwordHash !== null,
  };
}
