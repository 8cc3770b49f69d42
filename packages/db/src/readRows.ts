import pg, { type CustomTypesConfig, type Pool } from 'pg';
import type { Prisma } from '../generated/client';
import type { Database, Db } from './Db';
import type { QuickLane } from './QuickLane';
import type { QuickValue } from './QuickQuery';
import { readTimestamp } from './readTimestamp';

interface Shortcut {
  readonly pool: Pool;
  /** Null where there are too few connections to set one apart. */
  readonly lane: QuickLane | null;
  readonly nameOf: (sql: string) => string;
}

const shortcuts = new WeakMap<Db, Shortcut>();

/** Lets `readRows` reach what is below a client. */
export function rememberShortcut(database: Database, shortcut: Shortcut): void {
  shortcuts.set(database, shortcut);
}

/** What moments are read by. */
export const ROW_TYPES: CustomTypesConfig = {
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
  return (await shortcut.pool.query<Row>({ ...readOf(shortcut, query), types: ROW_TYPES })).rows;
}

/**
 * The same for a read that Postgres answers by a few steps along indexes: it shares a connection with others, and holds
 * up those that were sent behind it. What comes while something is slow there goes to the pool.
 */
export async function readQuickRows<Row extends object>(db: Db, query: Prisma.Sql): Promise<Row[]> {
  const shortcut = shortcuts.get(db);
  if (shortcut === undefined) return db.$queryRaw<Row[]>(query);
  const read = readOf(shortcut, query);
  const { lane } = shortcut;
  const { name, text } = read;
  const values = plainValues(read.values);
  // Without a name there is nothing prepared to come back to.
  if (values && name !== '' && lane?.isFree()) {
    try {
      return await lane.read<Row>({ name, text, values });
    } catch (error) {
      if (!isOfConnection(error)) throw error;
    }
  }
  return (await shortcut.pool.query<Row>({ ...read, types: ROW_TYPES })).rows;
}

function readOf({ nameOf }: Shortcut, { text, values }: Prisma.Sql) {
  // As Prisma sends them, and at a fraction of what the driver takes for local time with its offset.
  const sent = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return { name: nameOf(text), text, values: sent };
}

/** As the driver sends them; null when there are some it first makes text of, such as arrays. */
function plainValues(values: readonly unknown[]): QuickValue[] | null {
  const plain: QuickValue[] = [];
  for (const value of values) {
    if (value === null || value === undefined) plain.push(null);
    else if (value instanceof Uint8Array)
      plain.push(Buffer.from(value.buffer, value.byteOffset, value.length));
    else if (typeof value === 'object') return null;
    else plain.push(String(value));
  }
  return plain;
}

/** Not an answer to the query: the connection broke, is being closed by Postgres, or lost its prepared statements. */
function isOfConnection(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  return error.code === undefined || /^(08|57P|26)/.test(error.code);
}
