import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { LIMITS } from '../limits';
import { Role } from '../roles';
import { Id, PersonSummary, Time, Title } from './common';
import { LabelMark } from './labels';

/** The running call of a space, as lists show it. */
export const CallSummary = z.object({
  meetingId: Id,
  startedAt: Time,
  participantCount: z.int(),
  /** At most 5, for the stack of avatars. */
  participants: z.array(PersonSummary),
});
export type CallSummary = z.infer<typeof CallSummary>;

export const SpaceSummary = z.object({
  id: Id,
  name: z.string(),
  purpose: z.string(),
  roomId: Id,
  channelId: Id,
  role: Role,
  label: LabelMark.nullable(),
  unreadCount: z.int(),
  mentionCount: z.int(),
  memberCount: z.int(),
  call: CallSummary.nullable(),
  lastActivityAt: Time,
});
export type SpaceSummary = z.infer<typeof SpaceSummary>;

export const Space = SpaceSummary.extend({ documentCount: z.int(), abilities: abilitiesOf('space') });
export type Space = z.infer<typeof Space>;

export const Purpose = z.string().trim().max(LIMITS.purposeLength);
export const CreateSpace = z.object({ name: Title, purpose: Purpose.default('') });
export const UpdateSpace = z.object({ name: Title.optional(), purpose: Purpose.optional() });

export const Member = z.object({
  person: PersonSummary,
  title: z.string().nullable(),
  /** The name of their organisation, where it is not the caller's. */
  organisation: z.string().nullable(),
  role: Role,
  since: Time,
});
export type Member = z.infer<typeof Member>;

/** By id whom one knows of; by their exact address anybody who may be added. */
export const AddMember = z.union([
  z.object({ userId: Id, role: Role }),
  z.object({ email: z.email().max(320), role: Role }),
]);
export const ChangeMember = z.object({ role: Role });
