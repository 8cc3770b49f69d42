import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createWorld, type TestPerson, type TestWorld, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Prisma } from '../generated/client';
import { createDatabase } from './createDatabase';
import { isUniqueViolation } from './isUniqueViolation';
import { newId } from './newId';
import { readQuickRows, readRows } from './readRows';
import { runTransaction } from './runTransaction';

const run = promisify(execFile);
const root = join(__dirname, '../../..');

/** As an operator runs it: the WebAssembly engine wants a process of its own. */
async function cli(command: string, url = world.databaseUrl): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'packages/db/src/cli.ts', command], {
    cwd: root,
    env: { NODE_ENV: 'test', DATABASE_URL: url },
  });
  return stdout.trim();
}

let world: TestWorld;
let ines: TestPerson;
beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
});
afterAll(() => world?.close());

describe('the migrations', () => {
  it('build what the schema files say, and are all applied', async () => {
    expect(await cli('check')).toBe('The migrations build the schema.');
    expect(await cli('migrate')).toBe('The database is up to date.');
    expect(JSON.parse(await cli('status'))).toMatchObject({
      failedMigrationNames: [],
      editedMigrationNames: [],
      history: null,
    });
  });

  it('may be applied by two replicas at once', async () => {
    await world.database.$executeRaw`CREATE DATABASE replicas`;
    const url = new URL(world.databaseUrl);
    url.pathname = '/replicas';
    const both = await Promise.all([cli('migrate', url.href), cli('migrate', url.href)]);
    expect(both.sort()).toEqual([expect.stringMatching(/^Applied .*initial/), 'The database is up to date.']);
  });

  it('leave one running meeting in a room, and no more', async () => {
    const { roomId } = await world.space(ines, 'One meeting');
    const start = () => world.database.meeting.create({ data: { id: newId(), roomId } });
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [lost] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(isUniqueViolation(lost?.reason)).toBe(true);
    await world.database.meeting.updateMany({ where: { roomId }, data: { endedAt: new Date() } });
    await expect(start()).resolves.toBeDefined();
  });

  it('make an audit trail that nobody rewrites', async () => {
    await world.space(ines, 'Audited');
    await expect(world.database.auditEvent.updateMany({ data: { action: 'nothing' } })).rejects.toThrow(
      /append-only/,
    );
    await expect(world.database.auditEvent.deleteMany()).rejects.toThrow(/append-only/);
  });

  it('order positions and names byte by byte', async () => {
    const columns = await world.database.$queryRaw<{ collation_name: string }[]>`
      SELECT collation_name FROM information_schema.columns
      WHERE (table_name, column_name) IN (('documents', 'position'), ('users', 'sort_name'))`;
    expect(columns).toEqual([{ collation_name: 'C' }, { collation_name: 'C' }]);
  });
});

describe('readRows', () => {
  const query = Prisma.sql`SELECT id, name, hue, organisation_role::text AS role, created_at, title, preferences
    FROM users WHERE id = ${''}::text::uuid OR id = ANY(${[]}::uuid[])`;

  it('gives the same outside a transaction as within', async () => {
    const mine = Prisma.sql`SELECT id, name, hue, organisation_role::text AS role, created_at AS born, title, preferences,
      ARRAY['a', 'b'] AS list FROM users WHERE id = ANY(${[ines.id]}::uuid[]) AND created_at < ${new Date(Date.now() + 1000)}`;
    const outside = await readRows(world.database, mine);
    const inside = await runTransaction(world.database, (tx) => readRows(tx, mine));
    expect(outside).toHaveLength(1);
    expect(outside).toEqual(inside);
  });

  it('raises what the database raises', async () => {
    await expect(readRows(world.database, query)).rejects.toThrow(/invalid input syntax for type uuid/);
  });
});

describe('quick reads', () => {
  const backend = Prisma.sql`SELECT pg_backend_pid() AS pid, current_setting('application_name') AS name`;
  const LOCK = 4711;

  /** The connection they share, once it is open. */
  async function laneOf(database: TestWorld['database']): Promise<Set<number>> {
    let pids = new Set<number>();
    await until(async () => {
      const many = Array.from({ length: 20 }, () =>
        readQuickRows<{ pid: number; name: string }>(database, backend),
      );
      const rows = (await Promise.all(many)).flat();
      pids = new Set(rows.map(({ pid }) => pid));
      return pids.size === 1 && rows.every(({ name }) => name === 'hemicycle quick');
    }, 'quick reads share a connection');
    return pids;
  }

  it('get each its own answer, also beside ones that fail and ones without a place', async () => {
    await laneOf(world.database);
    const asked = Array.from({ length: 300 }, (_, index) => index);
    const answers = await Promise.allSettled(
      asked.map((index) =>
        readQuickRows<{ n: number }>(
          world.database,
          index % 7 === 0
            ? Prisma.sql`SELECT 1 / (${index}::int % 7) AS n`
            : Prisma.sql`SELECT ${index}::int AS n, repeat('x', ${index}::int)`,
        ),
      ),
    );
    for (const [index, answer] of answers.entries()) {
      if (index % 7 === 0) expect(answer).toMatchObject({ reason: { code: '22012' } });
      else expect(answer).toMatchObject({ value: [{ n: index }] });
    }
  });

  it('are answered like any other, whatever is asked with and whatever comes back', async () => {
    await laneOf(world.database);
    const [text, bytes, moment] = [
      'Zoë \u2028 "x"',
      new Uint8Array([0, 255, 7]),
      new Date(1_700_000_000_123),
    ];
    const query = Prisma.sql`SELECT ${text}::text AS text, ${bytes}::bytea AS bytes, ${moment}::timestamptz AS moment,
      ${7}::int AS n, ${false}::boolean AS no, ${null}::text AS nothing, ${['a', 'b']}::text[] AS many, 1.5::float8 AS f`;
    const without = Prisma.sql`SELECT 1 AS n WHERE ${text}::text IS NULL`;
    const asked = (read: typeof readRows) =>
      Promise.all([query, without, query].map((each) => read(world.database, each)));
    expect(await asked(readQuickRows)).toEqual(await asked(readRows));
  });

  it('go on with a statement that failed once', async () => {
    await laneOf(world.database);
    const divide = (by: number) =>
      readQuickRows<{ n: number }>(world.database, Prisma.sql`SELECT 6 / ${by}::int AS n`);
    for (const by of [0, 2, 0, 3]) {
      if (by === 0) await expect(divide(by)).rejects.toMatchObject({ code: '22012' });
      else expect(await divide(by)).toEqual([{ n: 6 / by }]);
    }
  });

  it('go around slow ones, do not notice that their connection is killed, and share another later', async () => {
    const database = createDatabase(world.databaseUrl);
    const before = await laneOf(database);
    let waiting: Promise<unknown[]> = Promise.resolve([]);
    await runTransaction(world.database, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
      waiting = Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          readQuickRows(
            database,
            Prisma.sql`SELECT ${n}::int AS n FROM (SELECT pg_advisory_xact_lock_shared(${LOCK})) held`,
          ),
        ),
      );
      const held = Prisma.sql`SELECT pid FROM pg_stat_activity
        WHERE pid = ANY(${[...before]}::int[]) AND wait_event = 'advisory'`;
      await until(async () => (await readRows(tx, held)).length === 1, 'the connection waits');
      let around = false;
      await until(() => {
        void readQuickRows(database, backend).then(() => {
          around = true;
        });
        return around;
      }, 'others are answered meanwhile');
      const killed = Prisma.sql`SELECT pg_terminate_backend(pid) FROM unnest(${[...before]}::int[]) pid`;
      await readRows(tx, killed);
    });
    expect(await waiting).toEqual(Array.from({ length: 20 }, (_, n) => [{ n }]));
    const after = await laneOf(database);
    expect([...after].filter((pid) => before.has(pid))).toEqual([]);
    await database.$disconnect();
  });

  it('leave no connection behind', async () => {
    const database = createDatabase(world.databaseUrl);
    const pids = await laneOf(database);
    const under = Promise.all(Array.from({ length: 10 }, () => readQuickRows(database, backend)));
    await database.$disconnect();
    expect(await under).toHaveLength(10);
    const open = Prisma.sql`SELECT FROM pg_stat_activity WHERE pid = ANY(${[...pids]}::int[])`;
    await until(async () => (await readRows(world.database, open)).length === 0, 'it is closed');
  });
});

describe('a transaction', () => {
  it.each(['an update', 'a raw statement'])(
    'is tried again after a deadlock that %s met, and both go through',
    async (what) => {
      const a = await world.person('Person A');
      const b = await world.person('Person B');
      const tries = { count: 0 };
      const touch = (tx: Parameters<Parameters<typeof runTransaction>[1]>[0], id: string, title: string) =>
        what === 'an update'
          ? tx.user.update({ where: { id }, data: { title }, select: { id: true } })
          : tx.$queryRaw`UPDATE users SET title = ${title} WHERE id = ${id}::uuid RETURNING id`;
      let met = 0;
      let bothHold: () => void = () => {};
      const holding = new Promise<void>((resolve) => {
        bothHold = resolve;
      });
      const swap = (first: string, second: string, title: string) =>
        runTransaction(world.database, async (tx) => {
          tries.count += 1;
          await touch(tx, first, title);
          met += 1;
          if (met === 2) bothHold();
          await holding;
          await touch(tx, second, title);
        });
      await Promise.all([swap(a.id, b.id, 'one'), swap(b.id, a.id, 'two')]);
      expect(tries.count).toBeGreaterThan(2);
      const rows = await world.database.user.findMany({
        where: { id: { in: [a.id, b.id] } },
        select: { title: true },
      });
      expect(new Set(rows.map(({ title }) => title)).size).toBe(1);
    },
  );
});
