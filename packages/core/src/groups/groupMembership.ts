import type { HandlerParams } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { peopleOfGroup } from './groupTree';

export type GroupMembershipInput = HandlerParams<'PUT /groups/{groupId}/members/{memberType}/{memberId}'>;

/** The member's columns in `group_members`. */
export function memberColumns({
  memberType,
  memberId,
}: GroupMembershipInput): { userId: string } | { memberGroupId: string } {
  return memberType === 'person' ? { userId: memberId } : { memberGroupId: memberId };
}

/** SQL query of the people who come and go with the member. */
export function peopleOfMember({ memberType, memberId }: GroupMembershipInput): Prisma.Sql {
  return memberType === 'person' ? Prisma.sql`SELECT ${memberId}::uuid` : peopleOfGroup(memberId);
}
