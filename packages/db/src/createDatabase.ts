import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/client';
import { createStatementNames } from './createStatementNames';
import type { Database } from './Db';
import { QuickLane } from './QuickLane';
import { ROW_TYPES, rememberShortcut } from './readRows';

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

/** As `pg_stat_activity` shows our connections. */
const APPLICATION = 'hemicycle';
/** With fewer connections than these, none is set apart for quick reads. */
const POOL_WITH_LANE = 4;

/** Our reads are small and find their pages in memory or on flash: prefer indexes, and never compile a query. */
const PLANNER = '-c random_page_cost=1.1 -c jit=off';

/**
 * The database client of a process; it connects at the first query. Statements are prepared once per connection under
 * a name made from their text, which spares Postgres the parsing.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const connection = {
    connectionString: url,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    application_name: APPLICATION,
    options: PLANNER,
  };
  const { poolSize = 10, onPoolError = () => {} } = options;
  // One suffices: Postgres answers more of them one by one than this process can ask for.
  const lane =
    poolSize < POOL_WITH_LANE
      ? null
      : new QuickLane(
          { ...connection, application_name: `${APPLICATION} quick`, types: ROW_TYPES },
          onPoolError,
        );
  const pool = new pg.Pool({
    ...connection,
    max: lane === null ? poolSize : poolSize - 1,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
  });
  // Without a listener a broken idle connection would end the process; Prisma adds one only with its first query.
  pool.on('error', onPoolError);
  const nameOf = createStatementNames();
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => nameOf(sql),
    onConnectionError: onPoolError,
    disposeExternalPool: true,
  });
  const database = new PrismaClient({ adapter });
  rememberShortcut(database, { pool, lane, nameOf });
  const disconnect = database.$disconnect.bind(database);
  database.$disconnect = async () => {
    await lane?.close();
    await disconnect();
  };
  return database;
}
