import { startTcpProxy, testDatabase, until } from '@hemicycle/testing';
import { expect, it } from '@jest/globals';
import { Pool } from 'pg';
import type { BusRecord } from './bus';
import { createPostgresBus } from './createPostgresBus';
import { publishRow } from './publishRow';
import { type BusUnderTest, busContract } from './testing/busContract';

const insert = 'INSERT INTO outbox_events (topic, event) VALUES ($1, $2)';

async function start(): Promise<BusUnderTest> {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const url = new URL(database.url);
  const way = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(way.port);
  return {
    open: () => createPostgresBus(url.href),
    publish: (event) => publishRow(pool, 'servers', event),
    publishSilently: async (event) => {
      await pool.query(insert, ['servers', JSON.stringify(event)]);
    },
    cut: way.down,
    mend: way.up,
    close: async () => {
      await pool.end();
      await way.close();
      await database.drop();
    },
  };
}

busContract('PostgreSQL', start);

it('BUS-7 delivers a row that became visible after rows with higher ids', async () => {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url, max: 3 });
  pool.on('error', () => undefined);
  const bus = createPostgresBus(database.url);
  const heard: BusRecord[] = [];
  bus.subscribe((record) => void heard.push(record));
  await bus.ready;
  const slow = await pool.connect();
  await slow.query('BEGIN');
  const event = (spaceId: string) => ({ type: 'space.changed', spaceId }) as const;
  const [low, high] = ['01a206ea-0000-7000-8000-000000000001', '01a206ea-0000-7000-8000-000000000002'];
  await slow.query(insert, ['servers', JSON.stringify(event(low))]);
  await publishRow(pool, 'servers', event(high));
  await until(() => heard.length === 1, 'the higher id');
  await slow.query('COMMIT');
  slow.release();
  await until(() => heard.length === 2, 'the lower id');
  expect(heard.map((record) => (record.event as { spaceId: string }).spaceId)).toEqual([high, low]);
  await bus.close();
  await pool.end();
  await database.drop();
});
