import { z } from 'zod';

/**
 * The one table of errors. The code is what clients and logs match on, the status goes on the wire, and the
 * catalogue `errors` holds the words under the same code.
 */
export const ERRORS = {
  invalid_input: 400,
  invalid_cursor: 400,
  sign_in_required: 401,
  invalid_token: 401,
  token_replayed: 401,
  session_expired: 401,
  account_disabled: 403,
  account_unknown: 403,
  organisation_changed: 403,
  email_refused: 403,
  forbidden: 403,
  step_up_required: 403,
  administration_only: 403,
  break_glass_refused: 403,
  more_than_held: 403,
  link_password_required: 403,
  link_password_wrong: 403,
  guest_code_wrong: 403,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  last_owner: 409,
  already_member: 409,
  already_granted: 409,
  colleague_not_guest: 409,
  access_by_group: 409,
  link_too_open: 409,
  label_forbids: 409,
  label_in_use: 409,
  label_order: 409,
  group_cycle: 409,
  group_too_deep: 409,
  name_taken: 409,
  idempotency_mismatch: 409,
  document_trashed: 409,
  too_deep: 409,
  moved_under_itself: 409,
  payload_too_large: 413,
  unsupported_media: 415,
  too_many_requests: 429,
  internal: 500,
  identity_unavailable: 503,
  media_unavailable: 503,
  mail_unavailable: 503,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** RFC 9457 problem document. `type` is `about:hemicycle:<code>`; `detail` is for developers, never shown. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  /** Dotted paths of the input that failed, with a short developer message. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  retryAfterSeconds: z.int().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Raised anywhere below the API; the API turns it into a problem document. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: Problem['fields'];

  constructor(code: ErrorCode, detail?: string, fields?: Problem['fields']) {
    super(detail ?? code);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return ERRORS[this.code];
  }
}
