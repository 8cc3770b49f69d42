import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { LIMITS } from '../limits';
import { LinkReach, LinkRole, Role } from '../roles';
import { Id, PersonSummary, Time } from './common';
import { GroupSummary } from './groups';
import { ResourceLabels, SetLabel } from './labels';

/** What can be shared. */
export const ResourceType = z.enum(['space', 'document']);
export type ResourceType = z.infer<typeof ResourceType>;

const LinkTerms = z.object({ reach: LinkReach, role: LinkRole });

/** The link to a resource, without what opens it. */
export const Link = LinkTerms.extend({
  expiresAt: Time.nullable(),
  password: z.boolean(),
  /** Guests who come by it are asked for their address, and for a code that is mailed to it. */
  guestCode: z.boolean(),
  since: Time,
  /** People who came by it and still hold it. */
  openings: z.int(),
  /** What it opens now, within what is allowed here and above; `restricted`: nothing. */
  effective: LinkTerms,
});
export type Link = z.infer<typeof Link>;

/** What of the sharing of a resource the caller may see and do. */
export const Sharing = z.object({
  resourceType: ResourceType,
  resourceId: Id,
  spaceId: Id,
  title: z.string(),
  /** Roles the caller may give, weakest first; none when they may not share. */
  grantableRoles: z.array(Role),
  /** Until when a grant by the caller may last at most, by role; null: without end. */
  grantableUntil: z.partialRecord(Role, Time.nullable()),
  /** Editors of the space may share its documents, up to their own role. */
  editorsShare: z.boolean(),
  /** Null for who may not keep it. */
  link: Link.nullable(),
  /** The most a link may be, as said on this very resource; null: what is allowed above. */
  linkPolicy: z.object({ reach: LinkReach.nullable(), role: LinkRole.nullable() }),
  /** The most a link may be, by everything said here and above. */
  linkAllowed: LinkTerms,
  labels: ResourceLabels,
  abilities: abilitiesOf('access'),
});
export type Sharing = z.infer<typeof Sharing>;

/** Where a right comes from. `title` null: the caller may not read what it stands on. */
export const AccessSource = z.object({
  resourceType: ResourceType,
  resourceId: Id,
  title: z.string().nullable(),
  /** It stands on something above. */
  inherited: z.boolean(),
});

export const SharedGrant = z.object({
  id: Id,
  subject: z.discriminatedUnion('type', [
    z.object({ type: z.literal('person'), person: PersonSummary }),
    z.object({ type: z.literal('group'), group: GroupSummary }),
  ]),
  role: Role,
  expiresAt: Time.nullable(),
  since: Time,
  grantedBy: PersonSummary.nullable(),
  /** A label keeps the person out: it opens nothing while that holds. */
  barred: z.boolean(),
  source: AccessSource,
  abilities: abilitiesOf('grant'),
});
export type SharedGrant = z.infer<typeof SharedGrant>;

/** A way somebody has access by. `group`: the one it was given to. */
export const AccessReason = z.object({
  way: z.enum(['grant', 'group', 'link']),
  role: Role,
  expiresAt: Time.nullable(),
  group: GroupSummary.nullable(),
  source: AccessSource,
});
export type AccessReason = z.infer<typeof AccessReason>;

/** One person with what they may, and every way they have it by, strongest first. */
export const PersonAccess = z.object({
  person: PersonSummary,
  role: Role,
  reasons: z.array(AccessReason),
});
export type PersonAccess = z.infer<typeof PersonAccess>;

/** Who is given something: a person or a group. */
export const GrantSubject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person'), userId: Id }),
  z.object({ type: z.literal('group'), groupId: Id }),
]);
export const GrantAccess = z.object({
  subject: GrantSubject,
  role: Role,
  expiresAt: Time.nullable().default(null),
});
export const ChangeGrant = z.object({ role: Role.optional(), expiresAt: Time.nullable().optional() });
export const SharingPolicy = z.object({
  editorsShare: z.boolean().optional(),
  linkReach: LinkReach.nullable().optional(),
  linkRole: LinkRole.nullable().optional(),
});
const LinkPassword = z.string().min(LIMITS.linkPasswordMin).max(LIMITS.linkPasswordMax);
/** `password` left out: as it is; null: none. `renew`: a new token, and whoever came by the old one is out. */
export const SetLink = z.object({
  reach: LinkReach.exclude(['restricted']),
  role: LinkRole,
  expiresAt: Time.nullable().default(null),
  password: LinkPassword.nullable().optional(),
  /** Left out: as it is, or false. */
  guestCode: z.boolean().optional(),
  renew: z.boolean().default(false),
});
/** `token` is told once, when it is made; null: it is as it was. */
export const LinkSet = z.object({ link: Link, token: z.string().nullable() });
export const OpenLink = z.object({
  token: z.string().min(1).max(100),
  password: z.string().max(LIMITS.linkPasswordMax).optional(),
});
export const OpenedLink = z.object({ resourceType: ResourceType, resourceId: Id, spaceId: Id, role: Role });

export const RequestAccess = z.object({
  role: LinkRole,
  message: z.string().trim().max(LIMITS.purposeLength).default(''),
});
export const AccessRequest = z.object({
  id: Id,
  person: PersonSummary,
  role: LinkRole,
  message: z.string(),
  since: Time,
});
export type AccessRequest = z.infer<typeof AccessRequest>;
/** A request among those for everything one owns. `spaceName` null: the caller owns the document, but is not in its space. */
export const WaitingRequest = AccessRequest.extend({
  resourceType: ResourceType,
  resourceId: Id,
  title: z.string(),
  spaceName: z.string().nullable(),
});
export type WaitingRequest = z.infer<typeof WaitingRequest>;
/** null: declined. */
export const AnswerRequest = z.object({
  grant: z.object({ role: LinkRole, expiresAt: Time.nullable().default(null) }).nullable(),
});

/** A change to be looked at before it is made. */
export const AccessChange = z.discriminatedUnion('change', [
  GrantAccess.extend({ change: z.literal('grant') }),
  ChangeGrant.extend({ change: z.literal('change'), grantId: Id }),
  z.object({ change: z.literal('revoke'), grantId: Id }),
  z.object({ change: z.literal('revokeAll') }),
  z.object({ change: z.literal('transfer'), userId: Id }),
  /** A password set or taken away counts as renewing: whoever came by the link is asked again. */
  SetLink.omit({ password: true }).extend({ change: z.literal('link') }),
  z.object({ change: z.literal('unlink') }),
  SharingPolicy.extend({ change: z.literal('policy') }),
  SetLabel.extend({ change: z.literal('label') }),
]);
export type AccessChange = z.infer<typeof AccessChange>;

const PersonChange = z.object({ person: PersonSummary, before: Role.nullable(), after: Role.nullable() });

/**
 * Who gains and who loses on the resource, and whom the change concerns without doing either, with the strongest of
 * what they then have it by; the lists hold the first of each. `complete` false: there are more people.
 */
export const AccessPreview = z.object({
  gains: z.array(PersonChange),
  losses: z.array(PersonChange),
  keeps: z.array(z.object({ person: PersonSummary, by: AccessReason })),
  gainCount: z.int(),
  lossCount: z.int(),
  keepCount: z.int(),
  complete: z.boolean(),
  /**
   * Of a change of label: links here and below that open less, or more, than before, and people who lose or get back
   * single documents below. Null: another change.
   */
  below: z
    .object({
      linksNarrowed: z.int(),
      linksWidened: z.int(),
      losing: z.int(),
      gaining: z.int(),
    })
    .nullable(),
});
export type AccessPreview = z.infer<typeof AccessPreview>;
