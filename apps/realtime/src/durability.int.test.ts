import { startTcpProxy, type TcpProxy, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type * as Y from 'yjs';
import { openEditor } from './testing/openEditor';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';

let test: TestHouse;
let proxy: TcpProxy;

beforeAll(async () => {
  test = await openTestHouse(async (databaseUrl) => {
    const url = new URL(databaseUrl);
    proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(proxy.port);
    return url.href;
  });
});

afterAll(async () => {
  await test.close();
  await proxy.close();
});

/** Types `words` one after the other, without waiting; each is one edit. */
async function type(text: Y.Text, words: number, prefix: string): Promise<void> {
  for (let i = 0; i < words; i++) {
    text.insert(text.length, `${prefix}${i} `);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const textOf = async (documentId: string): Promise<string> =>
  (await test.house.stored(documentId)).getText('t').toString();

describe('nothing acknowledged is lost', () => {
  it('RT-10 a server killed in mid-typing comes back with every acknowledged edit, and editors go on', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    let acknowledged = '';
    a.handle.onStatus((status) => {
      if (status === 'saved') acknowledged = a.text.toString();
    });
    for (let round = 0; round < 2; round++) {
      const typing = Promise.all([type(a.text, 150, `a${round}-`), type(b.text, 150, `b${round}-`)]);
      await until(() => a.text.length > round * 500 + 200, 'some typing');
      await server.end('SIGKILL');
      const stored = await textOf(documentId);
      for (const word of acknowledged.split(' ').filter(Boolean)) expect(stored).toContain(word);
      await typing;
      expect(a.handle.hasUnsaved()).toBe(true);
      await until(() => a.handle.status === 'unsaved', 'says so');
      await server.start();
      await Promise.all([a.saved(), b.saved()]);
    }
    await until(() => a.text.toString() === b.text.toString(), 'converged');
    expect(await textOf(documentId)).toBe(a.text.toString());
    for (let i = 0; i < 150; i++) expect(a.text.toString()).toContain(`b1-${i} `);
    a.close();
    b.close();
  });

  it('RT-11 a database that goes away neither loses nor acknowledges', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    a.text.insert(0, 'before ');
    await a.saved();
    for (const fault of ['down', 'stall'] as const) {
      proxy[fault]();
      a.text.insert(a.text.length, `${fault} `);
      await until(() => b.text.toString() === a.text.toString(), 'others see it all the same');
      await until(() => a.handle.status === 'unsaved', 'not acknowledged', 20_000);
      expect(a.notices).toContainEqual({ kind: 'store', state: 'failing' });
      expect(await textOf(documentId)).not.toContain(fault);
      expect((await fetch(`${server.origin}/health/live`)).status).toBe(200);
      expect(await server.ready()).toBe(false);
      proxy.up();
      await a.saved();
      expect(await textOf(documentId)).toBe(a.text.toString());
      await until(server.ready, 'ready again');
    }
    expect(a.notices).toContainEqual({ kind: 'store', state: 'healed' });
    expect(a.sockets).toHaveLength(1);
    a.close();
    b.close();
  });

  it('RT-119 a document that another transaction holds waits alone, to be stored and to be compacted', async () => {
    const { house, server, spaceId, writer, other } = test;
    const [stuck, free] = [await house.document(spaceId, writer), await house.document(spaceId, writer)];
    const a = await openEditor(house, server, writer, stuck);
    const b = await openEditor(house, server, other, free);
    const holder = new Client({ connectionString: test.databaseUrl });
    await holder.connect();
    const compacted = (documentId: string) =>
      house.query('SELECT 1 FROM document_snapshots WHERE document_id = $1', [documentId]);
    a.text.insert(0, 'stored');
    await a.saved();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM documents WHERE id = $1 FOR UPDATE', [stuck]);
      a.text.insert(0, 'waits, ');
      b.text.insert(0, 'goes on');
      await until(() => b.handle.status === 'saved', 'the other one is stored', 3_000);
      expect(await textOf(free)).toBe('goes on');
      await until(() => a.handle.status === 'unsaved', 'says that it is not', 5_000);
      expect(await textOf(stuck)).toBe('stored');
      // It rests for longer, so that its compaction comes first.
      await until(async () => (await compacted(free)).rowCount === 1, 'the other one is compacted', 15_000);
    } finally {
      await holder.query('ROLLBACK');
      await holder.end();
    }
    await a.saved();
    expect(await textOf(stuck)).toBe('waits, stored');
    a.close();
    b.close();
  });

  it('RT-12 a server told to end stores what it has, and sends everybody away to come back', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    let code = 0;
    a.sockets[0]?.on('close', (closedWith) => {
      code = closedWith;
    });
    a.text.insert(0, 'last words');
    await until(() => a.handle.status === 'saving', 'sent');
    expect(await server.end('SIGTERM')).toBe(0);
    await until(() => code === 1001, 'told to come back');
    await server.start();
    await a.saved();
    expect(await textOf(documentId)).toBe('last words');
    a.close();
  });

  it('RT-13 compaction that is killed in the middle of its transaction has changed nothing', async () => {
    const { house, server, spaceId, writer, databaseUrl } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const snapshot = async () =>
      (await house.query('SELECT through_seq FROM document_snapshots WHERE document_id = $1', [documentId]))
        .rows[0]?.through_seq as string | undefined;
    const compacting = async (waiting: string) =>
      ((
        await house.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
             AND application_name = 'hemicycle-compaction' AND coalesce(wait_event_type, '') LIKE $1`,
          [waiting],
        )
      ).rowCount ?? 0) > 0;
    // Held up before the new base is written, and after it but before the transaction ends.
    for (const table of ['document_snapshots', 'outbox_events']) {
      const before = await snapshot();
      const holder = new Client({ connectionString: databaseUrl });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query(`LOCK TABLE ${table} IN SHARE MODE`);
      await type(a.text, 20, `${table}-`);
      await a.saved();
      await until(() => compacting('Lock'), `compaction waits for ${table}`, 30_000);
      await server.end('SIGKILL');
      await holder.query('ROLLBACK');
      await holder.end();
      await until(async () => !(await compacting('%')), 'the database has noticed');
      expect(await snapshot()).toBe(before);
      expect(await textOf(documentId)).toBe(a.text.toString());
      await server.start();
      await a.saved();
      await until(async () => (await snapshot()) !== before, 'compacted after the restart', 30_000);
    }
    expect(await textOf(documentId)).toBe(a.text.toString());
    const b = await openEditor(house, server, writer, documentId);
    expect(b.text.toString()).toBe(a.text.toString());
    a.close();
    b.close();
  });
});
