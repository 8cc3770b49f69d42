import { startValkey, type TestValkey, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { openEditor } from './testing/openEditor';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';
import { type ServerProcess, startServerOverValkey } from './testing/startServerProcess';

let test: TestHouse;
let valkey: TestValkey;
let nodes: ServerProcess[];

beforeAll(async () => {
  valkey = await startValkey();
  test = await openTestHouse();
  // The house's own server wakes by the database: what it would hear is of no concern here.
  await test.server.end('SIGTERM');
  nodes = await Promise.all([1, 2].map(() => startServerOverValkey(test.databaseUrl, valkey.url)));
});

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.end('SIGTERM')));
  await test.close();
  await valkey.stop();
});

async function twoEditors() {
  const { house, spaceId, writer, other } = test;
  const documentId = await house.document(spaceId, writer);
  const [one, two] = nodes as [ServerProcess, ServerProcess];
  const a = await openEditor(house, one, writer, documentId);
  const b = await openEditor(house, two, other, documentId);
  return { a, b, documentId };
}

describe('two nodes over Valkey', () => {
  it('RT-44 converge, and neither listen to the database nor notify it', async () => {
    const listener = new Client(test.databaseUrl);
    const notified: string[] = [];
    listener.on('notification', ({ channel }) => void notified.push(channel));
    await listener.connect();
    for (const channel of ['documents', 'events', 'presence'])
      await listener.query(`LISTEN hemicycle_${channel}`);
    const { a, b, documentId } = await twoEditors();
    for (let i = 0; i < 50; i++) {
      a.text.insert(a.text.length, `a${i} `);
      b.text.insert(0, `b${i} `);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([a.saved(), b.saved()]);
    await until(() => a.text.toString() === b.text.toString() && a.text.length > 350, 'converged');
    // Compaction publishes an event in its own transaction: the last writer that could notify.
    await until(
      async () => {
        const rows = await test.house.query('SELECT 1 FROM outbox_events WHERE event @> $1', [
          { documentId },
        ]);
        return rows.rowCount === 1;
      },
      'compacted',
      30_000,
    );
    await listener.query("SELECT pg_notify('hemicycle_events', 'last')");
    await until(() => notified.length > 0, 'our own notification');
    expect(notified).toEqual(['hemicycle_events']);
    const { rows } = await listener.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hemicycle-listen'",
    );
    expect(rows).toEqual([]);
    await listener.end();
    a.close();
    b.close();
  });

  it('RT-44 go on without Valkey, ready and late, and are woken again when it is back', async () => {
    const { a, b, documentId } = await twoEditors();
    await valkey.kill();
    a.text.insert(0, 'from the first ');
    await a.saved();
    await until(() => b.text.toString().includes('from the first'), 'found by time');
    expect(await Promise.all(nodes.map((node) => node.ready()))).toEqual([true, true]);
    await valkey.start();
    const wokenAfter = async (word: string): Promise<number> => {
      a.text.insert(0, word);
      const begun = performance.now();
      await until(() => b.text.toString().includes(word), 'the other node has it');
      return performance.now() - begun;
    };
    // Far below the timed comparison's 3 s, five times in a row, says that it was woken.
    let quick = 0;
    for (let word = 0; quick < 5 && word < 60; word++) {
      quick = (await wokenAfter(`w${word} `)) < 1_000 ? quick + 1 : 0;
    }
    expect(quick).toBe(5);
    expect((await test.house.stored(documentId)).getText('t').toString()).toContain('from the first');
    a.close();
    b.close();
  });

  it('BUS-8 a refused password is told, and not written to the log', async () => {
    const url = new URL(valkey.url);
    url.password = 'hunter2-is-wrong';
    const node = await startServerOverValkey(test.databaseUrl, url.href);
    await until(() => node.output().includes('WRONGPASS'), 'the refusal is logged');
    expect(await node.end('SIGTERM')).toBe(0);
    expect(node.output()).not.toContain('hunter2');
  });
});
