import pg, { type CustomTypesConfig, type Pool } from 'pg';
import type { Prisma } from '../generated/client';
import type { Database, Db } from './createDatabase';
import { readTimestamp } from './readTimestamp';

interface Shortcut {
  readonly pool: Pool;
  readonly nameOf: (sql: string) => string;
}

const shortcuts = new WeakMap<Db, Shortcut>();

/** Lets `readRows` reach the pool below a client. */
export function rememberPool(database: Database, pool: Pool, nameOf: (sql: string) => string): void {
  shortcuts.set(database, { pool, nameOf });
}

const TYPES: CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.TIMESTAMPTZ && format !== 'binary'
      ? readTimestamp
      : pg.types.getTypeParser(type, format),
};

/**
 * Rows of a query, the same as `$queryRaw` gives. Outside a transaction it goes to the driver directly, at about a
 * third of the processor time: for the reads that every request makes. Name the columns' types in SQL (`::text` for
 * enums, `::int` for counts): a bigint comes as text here.
 */
export async function readRows<Row extends object>(db: Db, query: Prisma.Sql): Promise<Row[]> {
  const shortcut = shortcuts.get(db);
  if (shortcut === undefined) return db.$queryRaw<Row[]>(query);
  const { text, values } = query;
  const { rows } = await shortcut.pool.query<Row>({
    name: shortcut.nameOf(text),
    text,
    values: [...values],
    types: TYPES,
  });
  return rows;
}
