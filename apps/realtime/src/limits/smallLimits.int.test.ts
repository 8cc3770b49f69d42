import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createHouse, type House, type Resident } from '../testing/createHouse';
import { closeEditors, openEditor } from '../testing/openEditor';
import { openSocket, type TestSocket } from '../testing/openSocket';
import { type ServerProcess, startServerProcess } from '../testing/startServerProcess';

/** Limits a test reaches in a moment. */
const SMALL = { documentBytes: 20_000, unadmitted: 3, roomPendingBytes: 5_000 };

let test: TestDatabase;
let house: House;
let writer: Resident;
let spaceId: string;
let server: ServerProcess;

beforeAll(async () => {
  test = await testDatabase();
  house = createHouse(test.url);
  writer = await house.person('Writer');
  spaceId = await house.space();
  await house.grant(spaceId, writer, 'editor');
  server = await startServerProcess(test.url, undefined, { REALTIME_LIMITS: JSON.stringify(SMALL) });
});

afterAll(async () => {
  closeEditors();
  await server.end('SIGTERM');
  await house.close();
  await test.drop();
});

const open = async (documentId: string) =>
  openSocket(
    `${server.socketOrigin}/realtime/documents/${documentId}?ticket=${await house.ticket(writer, documentId)}`,
  );

/** Keeps a table from everybody until it is released. */
async function lock(table: 'grants' | 'document_updates'): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: test.url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table}`);
  return async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
}

describe('bounds on what a process holds', () => {
  it('RT-105 a document that grows too large warns, takes no more, and still opens', async () => {
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    a.text.insert(0, 'x'.repeat(17_000));
    await a.saved();
    await until(() => a.notices.some(({ kind }) => kind === 'size'), 'warned');
    a.text.insert(0, 'y'.repeat(5_000));
    await until(() => a.closedWith() === 4413, 'refused');
    expect(a.handle.hasUnsaved()).toBe(true);
    const b = await openEditor(house, server, writer, documentId);
    expect(b.text.toString()).toBe('x'.repeat(17_000));
    b.close();
    a.close();
  });

  it('RT-106 no more than so many wait to be admitted; the next comes back later', async () => {
    const documentId = await house.document(spaceId, writer);
    const release = await lock('grants');
    const waiting: TestSocket[] = [];
    for (let i = 0; i < SMALL.unadmitted; i++) waiting.push(await open(documentId));
    const next = await open(documentId);
    expect(await next.closed()).toBe(4500);
    expect(waiting.map((socket) => socket.code())).toEqual(waiting.map(() => null));
    await release();
    await until(() => waiting.every((socket) => socket.frames.length > 0), 'the waiting are let in');
    for (const socket of waiting) socket.webSocket.terminate();
  });

  it('RT-107 edits that cannot be stored are bounded: the writer is sent away, and offers them again', async () => {
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const codes: number[] = [];
    a.sockets[0]?.on('close', (code) => codes.push(code));
    const release = await lock('document_updates');
    await until(() => {
      a.text.insert(a.text.length, `${a.text.length}`.padEnd(100, '.'));
      return codes.length > 0;
    }, 'sent away');
    expect(codes).toEqual([4500]);
    expect(a.handle.hasUnsaved()).toBe(true);
    await release();
    await a.saved();
    expect((await house.stored(documentId)).getText('t').toString()).toBe(a.text.toString());
    a.close();
  });
});
