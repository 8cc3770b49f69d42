import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Pool = ReturnType<Adapter['underlyingDriver']>;

/** OIDs of Postgres' internal one-byte `"char"` and of `char(n)`. */
const INTERNAL_CHAR = 18;
const BPCHAR = 1042;

/** The pg adapter of the schema engine, with what its version 7.10.0 lacks for migrations. */
export function migrationAdapter(url: string): PrismaPg {
  // The engine never disposes of its connections: idle ones must not keep the process waiting for their timeout.
  const factory = new PrismaPg({ connectionString: url, max: 2, allowExitOnIdle: true });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => mend(await connect());
  factory.connectToShadowDb = () => connectToScratchDatabase(url);
  return factory;
}

/** The adapter's own way ignores the new database's name when it was given a connection string. */
async function connectToScratchDatabase(url: string): Promise<Adapter> {
  const name = `hemicycle_scratch_${randomUUID()}`;
  await runOnce(url, `CREATE DATABASE "${name}"`);
  const scratchUrl = new URL(url);
  scratchUrl.pathname = `/${name}`;
  const adapter = mend(await new PrismaPg({ connectionString: scratchUrl.href, max: 2 }).connect());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await runOnce(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  return adapter;
}

function mend(adapter: Adapter): Adapter {
  const pool: Pool = adapter.underlyingDriver();
  const charColumns = new AsyncLocalStorage<number[]>();
  const query = pool.query.bind(pool) as (
    ...args: unknown[]
  ) => Promise<{ fields?: { dataTypeID: number }[] }>;
  // The catalogue's columns of the internal type "char" are refused: pass them as char(n), then name them characters.
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue;
      field.dataTypeID = BPCHAR;
      charColumns.getStore()?.push(index);
    }
    return result;
  }) as unknown as Pool['query'];
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (statement) => {
    const columns: number[] = [];
    const result = await charColumns.run(columns, () => queryRaw(statement));
    for (const column of columns) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  // Cutting a script at each semicolon breaks functions. Sent whole, it is one implicit transaction besides.
  adapter.executeScript = async (script) => {
    await query(script);
  };
  return adapter;
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'hemicycle-migrate' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
