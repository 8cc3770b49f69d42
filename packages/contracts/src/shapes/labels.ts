import { z } from 'zod';
import { LIMITS } from '../limits';
import { LinkReach } from '../roles';
import { Id, line } from './common';

/** Labels each organisation begins with: the catalogues have words for them. */
export const LABEL_KEYS = ['public', 'internal', 'restricted'] as const;
export const LabelKey = z.enum(LABEL_KEYS);
export type LabelKey = z.infer<typeof LabelKey>;

/** Colours of the design system a label may have. */
export const LABEL_TONES = ['neutral', 'primary', 'ok', 'amber', 'danger'] as const;
export const LabelTone = z.enum(LABEL_TONES);
export type LabelTone = z.infer<typeof LabelTone>;

/** A label as it is shown beside what carries it. `name` null: what the catalogues call `key`. `isDefault`: new spaces carry it. */
export const LabelMark = z.object({
  id: Id,
  key: LabelKey.nullable(),
  name: z.string().nullable(),
  tone: LabelTone,
  isDefault: z.boolean(),
});
export type LabelMark = z.infer<typeof LabelMark>;

/** What a label permits. `linkReach` `restricted`: no links. */
export const LabelRules = z.object({
  linkReach: LinkReach,
  guests: z.boolean(),
  /** People of other organisations. */
  others: z.boolean(),
  /** Export and download. */
  exports: z.boolean(),
});
export type LabelRules = z.infer<typeof LabelRules>;

/** `rank` 0 is the most open. */
export const Label = LabelMark.extend({ ...LabelRules.shape, rank: z.int() });
export type Label = z.infer<typeof Label>;

const LabelName = line(LIMITS.labelNameLength);
export const CreateLabel = LabelRules.extend({ name: LabelName, tone: LabelTone });
/** `name` null: one of the first labels is called as the catalogues do again. `isDefault`: instead of the one that was. */
export const UpdateLabel = LabelRules.extend({
  name: LabelName.nullable(),
  tone: LabelTone,
  isDefault: z.literal(true),
}).partial();
/** Every label of the organisation, the most open first. */
export const OrderLabels = z.object({ labelIds: z.array(Id).min(1).max(LIMITS.labels) });

/**
 * `labelId` null: none of its own, for a document. `reason`: asked for when the label is lowered, kept in the audit
 * trail.
 */
export const SetLabel = z.object({
  labelId: Id.nullable(),
  reason: line(LIMITS.labelReasonLength).optional(),
});

/** The labels of a resource: its own, the strictest of those above it, and the stricter of both, which holds. */
export const ResourceLabels = z.object({
  own: LabelMark.nullable(),
  inherited: LabelMark.nullable(),
  effective: Label.nullable(),
});
export type ResourceLabels = z.infer<typeof ResourceLabels>;
