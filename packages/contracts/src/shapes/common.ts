import { z } from 'zod';
import { LIMITS } from '../limits';

export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** UTC ISO 8601. */
export const Time = z.iso.datetime();

/** One line of text a person typed: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const Title = line(LIMITS.titleLength);

/** Query of every paged list: an opaque cursor from the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSizeMax).default(LIMITS.pageSize),
});

/** A page of a list; `nextCursor` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A person as everyone who shares a space sees them. `hue` 0 to 359 colours the avatar and the caret. */
export const PersonSummary = z.object({
  id: Id,
  name: z.string(),
  hue: z.int().min(0).max(359),
  guest: z.boolean(),
});
export type PersonSummary = z.infer<typeof PersonSummary>;
