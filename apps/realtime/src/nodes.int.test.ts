import { startTcpProxy, type TcpProxy, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEditor } from './testing/openEditor';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';
import { type ServerProcess, startServerProcess } from './testing/startServerProcess';

let test: TestHouse;
/** A second node, which reaches the same database through a way that can be cut. */
let second: ServerProcess;
let proxy: TcpProxy;

beforeAll(async () => {
  test = await openTestHouse();
  const url = new URL(test.databaseUrl);
  proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  second = await startServerProcess(url.href);
});

afterAll(async () => {
  await second.end('SIGTERM');
  await test.close();
  await proxy.close();
});

describe('two nodes on one database', () => {
  it('RT-40 converge while both are written to, and store everything once', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, second, other, documentId);
    for (let i = 0; i < 100; i++) {
      a.text.insert(a.text.length, `a${i} `);
      b.text.insert(0, `b${i} `);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([a.saved(), b.saved()]);
    await until(() => a.text.toString() === b.text.toString() && a.text.length > 700, 'converged');
    expect((await house.stored(documentId)).getText('t').toString()).toBe(a.text.toString());
    const joiner = await openEditor(house, second, other, documentId);
    expect(joiner.text.toString()).toBe(a.text.toString());
    for (const editor of [a, b, joiner]) editor.close();
  });

  it('RT-41 find each other’s edits after one was cut off from the database', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, second, other, documentId);
    proxy.down();
    a.text.insert(0, 'from the first ');
    b.text.insert(0, 'from the second ');
    await a.saved();
    await until(() => b.handle.status === 'unsaved', 'the second cannot store');
    expect(b.text.toString()).toBe('from the second ');
    proxy.up();
    await b.saved();
    await until(() => a.text.toString() === b.text.toString(), 'converged');
    expect(a.text.toString()).toContain('from the second');
    a.close();
    b.close();
  });

  it('RT-42 remove somebody on the other node within 5 s, even when the notification is lost', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const person = await house.person('Removed');
    await house.grant(spaceId, person, 'editor');
    const b = await openEditor(house, second, person, documentId);
    await house.grant(spaceId, person, null, { silent: true });
    await until(() => b.closedWith() === 4403, 'removed', 5_000);
  });
});
