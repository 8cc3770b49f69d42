import { DomainError } from '@hemicycle/contracts';
import type { z } from 'zod';

/**
 * A keyset cursor: the sort key of the last row of a page, opaque to clients. It grants nothing: whoever changes one
 * only moves within what they may read anyway.
 * @param list name of the list, so that a cursor of one is refused by another
 */
export function encodeCursor(list: string, key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * The sort key in a cursor, or undefined on the first page.
 * @throws DomainError invalid_cursor when it is not one of ours
 */
export function decodeCursor<T extends z.ZodType>(
  list: string,
  key: T,
  cursor: string | undefined,
): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [name, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const parsed = key.safeParse(rest);
    if (name === list && parsed.success) return parsed.data;
  } catch {
    // Not JSON: the same answer as for any other foreign text.
  }
  throw new DomainError('invalid_cursor');
}

/** Cuts the one row read beyond the page, and makes the cursor of the next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  list: string,
  keyOf: (row: Row) => readonly (string | number | null)[],
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(list, keyOf(last)) : null,
  };
}
