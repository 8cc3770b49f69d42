import {
  startTcpProxy,
  startValkey,
  type TcpProxy,
  type TestDatabase,
  testDatabase,
  until,
} from '@hemicycle/testing';
import { expect, it } from '@jest/globals';
import { Client, Pool } from 'pg';
import type { Bus, BusRecord } from './bus';
import { createBus } from './createBus';
import { createWakeUps } from './createWakeUps';
import { EVENTS_CHANNEL } from './EVENTS_CHANNEL';
import { publishRow } from './publishRow';
import { type BusUnderTest, busContract } from './testing/busContract';
import { wakeUpsContract } from './testing/wakeUpsContract';

const insert = 'INSERT INTO outbox_events (topic, event) VALUES ($1, $2)';

/** @param valkey the bus goes over one of its own, not over the database */
async function start(valkey: boolean): Promise<BusUnderTest & { database: TestDatabase }> {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const server = valkey ? await startValkey() : null;
  const [databaseUrl, databaseWay] = await throughProxy(database.url);
  const [busUrl, busWay] = server ? await throughProxy(server.url) : [null, null];
  const open = (): Bus => {
    const wakeUps = createWakeUps({ databaseUrl, busUrl });
    const bus = createBus(databaseUrl, wakeUps);
    const close = async (): Promise<void> => {
      await bus.close();
      await wakeUps.close();
    };
    return Object.create(bus, { close: { value: close } });
  };
  const publisher = open();
  await publisher.ready;
  return {
    database,
    open,
    publish: async (event) => {
      const { wake } = publisher;
      const id = await publishRow(pool, 'servers', event, wake === null);
      wake?.(id);
    },
    publishSilently: async (event) => {
      await pool.query(insert, ['servers', JSON.stringify(event)]);
    },
    cut: () => (busWay ?? databaseWay).down(),
    mend: () => (busWay ?? databaseWay).up(),
    close: async () => {
      await publisher.close();
      await pool.end();
      await databaseWay.close();
      await busWay?.close();
      await server?.stop();
      await database.drop();
    },
  };
}

async function throughProxy(address: string): Promise<[string, TcpProxy]> {
  const url = new URL(address);
  const way = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(way.port);
  return [url.href, way];
}

busContract('PostgreSQL', () => start(false));
busContract('Valkey', () => start(true));

wakeUpsContract('PostgreSQL', async () => {
  const database = await testDatabase();
  const [url, way] = await throughProxy(database.url);
  return {
    open: () => createWakeUps({ databaseUrl: url, busUrl: null }),
    way,
    close: () => database.drop(),
  };
});
wakeUpsContract('Valkey', async () => {
  const server = await startValkey();
  const [url, way] = await throughProxy(server.url);
  return { open: () => createWakeUps({ databaseUrl: '', busUrl: url }), way, close: server.stop };
});

it('BUS-7 delivers a row that became visible after rows with higher ids', async () => {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url, max: 3 });
  pool.on('error', () => undefined);
  const wakeUps = createWakeUps({ databaseUrl: database.url, busUrl: null });
  const bus = createBus(database.url, wakeUps);
  const heard: BusRecord[] = [];
  bus.subscribe((record) => void heard.push(record));
  await bus.ready;
  const slow = await pool.connect();
  await slow.query('BEGIN');
  const event = (spaceId: string) => ({ type: 'space.changed', spaceId }) as const;
  const [low, high] = ['01a206ea-0000-7000-8000-000000000001', '01a206ea-0000-7000-8000-000000000002'];
  await slow.query(insert, ['servers', JSON.stringify(event(low))]);
  await publishRow(pool, 'servers', event(high), true);
  await until(() => heard.length === 1, 'the higher id');
  await slow.query('COMMIT');
  slow.release();
  await until(() => heard.length === 2, 'the lower id');
  expect(heard.map((record) => (record.event as { spaceId: string }).spaceId)).toEqual([high, low]);
  await bus.close();
  await wakeUps.close();
  await pool.end();
  await database.drop();
});

it('BUS-8 with Valkey the database is neither listened to nor notified', async () => {
  const under = await start(true);
  const { database } = under;
  const listener = new Client(database.url);
  const notified: string[] = [];
  listener.on('notification', ({ channel }) => void notified.push(channel));
  await listener.connect();
  await listener.query(`LISTEN ${EVENTS_CHANNEL}`);
  const heard: BusRecord[] = [];
  const bus = under.open();
  bus.subscribe((record) => void heard.push(record));
  await bus.ready;
  await under.publish({ type: 'space.changed', spaceId: '01a206ea-0000-7000-8000-000000000003' });
  await until(() => heard.length === 1, 'the event');
  // What our own connection is notified of comes after whatever was notified before.
  await listener.query(`SELECT pg_notify('${EVENTS_CHANNEL}', 'last')`);
  await until(() => notified.length > 0, 'our own notification');
  expect(notified).toEqual([EVENTS_CHANNEL]);
  const { rows } = await listener.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hemicycle-listen'",
  );
  expect(rows).toEqual([]);
  await bus.close();
  await listener.end();
  await under.close();
});

it('BUS-10 does not replay an outage of hours: subscribers are told to start anew, and hear what comes next', async () => {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  const [url, way] = await throughProxy(database.url);
  const wakeUps = createWakeUps({ databaseUrl: url, busUrl: null });
  const bus = createBus(url, wakeUps);
  const heard: BusRecord[] = [];
  let gaps = 0;
  bus.subscribe({ onRecord: (record) => void heard.push(record), onGap: () => void gaps++ });
  await bus.ready;
  way.down();
  const event = { type: 'space.changed', spaceId: '01a206ea-0000-7000-8000-000000000004' } as const;
  await pool.query(
    `INSERT INTO outbox_events (topic, event) SELECT 'servers', $1::jsonb FROM generate_series(1, 6000)`,
    [JSON.stringify(event)],
  );
  way.up();
  await until(() => gaps === 1, 'told to start anew');
  expect(heard).toEqual([]);
  await publishRow(pool, 'servers', event, true);
  await until(() => heard.length === 1, 'the next event');
  expect(gaps).toBe(1);
  await bus.close();
  await wakeUps.close();
  await way.close();
  await pool.end();
  await database.drop();
});
