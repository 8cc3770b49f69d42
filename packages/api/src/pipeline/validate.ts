import { DomainError } from '@hemicycle/contracts';
import type { z } from 'zod';

/** Against an answer as long as the nonsense it answers. Fields. */
const FIELDS_TOLD = 20;

/**
 * A part of the request by its schema, with defaults.
 * @throws DomainError invalid_input, naming the fields
 */
export function validate<T extends z.ZodType>(part: string, schema: T | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues
    .slice(0, FIELDS_TOLD)
    .map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message }));
  throw new DomainError('invalid_input', undefined, fields);
}
