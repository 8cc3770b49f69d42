import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../generated/client';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
/** What operations read and write through: the client, or the transaction they are in. */
export type Db = Database | Transaction;

export interface DatabaseOptions {
  /** Upper bound of connections of this process. */
  readonly poolSize?: number;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onPoolError?: (error: Error) => void;
}

/** Against a query that holds a connection for ever. Milliseconds. */
const STATEMENT_TIMEOUT = 15_000;
/** Against a process that dies inside a transaction and keeps its locks. Milliseconds. */
const IDLE_IN_TRANSACTION_TIMEOUT = 30_000;
/** Against requests queueing without end behind an exhausted pool. Milliseconds. */
const CONNECTION_TIMEOUT = 5_000;

/**
 * The database client of a process; it connects at the first query. Statements are prepared once per connection under
 * a name made from their text, which spares Postgres the parsing.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: CONNECTION_TIMEOUT,
      statement_timeout: STATEMENT_TIMEOUT,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
      application_name: 'hemicycle',
    },
    {
      statementNameGenerator: createStatementNames(),
      // Without a listener a broken idle connection would end the process.
      onPoolError: options.onPoolError ?? (() => {}),
      onConnectionError: options.onPoolError ?? (() => {}),
    },
  );
  return new PrismaClient({ adapter });
}

/** Against the map of names growing with ad-hoc SQL. Statements; the product has a few hundred. */
const NAMED_STATEMENTS = 2_000;

function createStatementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // An empty name is Postgres' unnamed statement: parsed anew each time.
    if (names.size >= NAMED_STATEMENTS) return '';
    const name = `h${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
    names.set(sql, name);
    return name;
  };
}
