import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createHouse, type House, type Resident } from '../testing/createHouse';
import { closeEditors, openEditor } from '../testing/openEditor';
import { openSocket, type TestSocket } from '../testing/openSocket';
import { type ServerProcess, startServerProcess } from '../testing/startServerProcess';

/** Limits a test reaches in a moment. */
const SMALL = {
  documentBytes: 20_000,
  unadmitted: 3,
  roomPendingBytes: 5_000,
  pendingBytes: 8_000,
  heldEvents: 3,
};

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

  it('RT-113 edits that cannot be stored are bounded over all documents of a process as well', async () => {
    const editors = [];
    for (let i = 0; i < 3; i++) {
      editors.push(await openEditor(house, server, writer, await house.document(spaceId, writer)));
    }
    const codes = editors.map(({ sockets }) => {
      const closed: number[] = [];
      sockets[0]?.on('close', (code) => closed.push(code));
      return closed;
    });
    const release = await lock('document_updates');
    const pending = () => server.metric('realtime_pending_bytes');
    for (const editor of editors.slice(0, 2)) {
      const before = await pending();
      editor.text.insert(0, '.'.repeat(4_200));
      await until(async () => (await pending()) > before, 'waits to be stored');
    }
    editors[2]?.text.insert(0, 'one too many');
    await until(() => codes[2]?.length === 1, 'sent away');
    expect(codes).toEqual([[], [], [4500]]);
    await release();
    for (const editor of editors) await editor.saved();
    expect(await pending()).toBe(0);
    for (const editor of editors) editor.close();
  });

  it('RT-115 more events than are held back while rights are read are not delivered: the browser reads anew', async () => {
    const person = await house.person('Listener');
    // In silence: an event of it would be held back with the others.
    await house.grant(spaceId, person, 'reader', { silent: true });
    const listen = async (listener: Resident): Promise<TestSocket> => {
      const ticket = await house.ticket(listener, null);
      const opened = await openSocket(`${server.socketOrigin}/realtime/events?ticket=${ticket}`);
      await until(() => opened.texts.length === 1, 'hello');
      return opened;
    };
    const [socket, witness] = [await listen(person), await listen(writer)];
    const kinds = () => socket.texts.map((frame) => frame.kind);
    const hold = async (events: number) => {
      const release = await lock('grants');
      await house.publish(`user:${person.userId}`, {
        type: 'access.changed',
        userId: person.userId,
        spaceId: null,
      });
      const heard = witness.texts.length;
      for (let i = 0; i < events; i++)
        await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
      await until(() => witness.texts.length === heard + events, 'heard by somebody whose rights are known');
      await release();
    };
    // The change itself is one of those that are held back.
    await hold(SMALL.heldEvents - 1);
    await until(() => kinds().length === 1 + SMALL.heldEvents, 'as many as are held back');
    expect(kinds()).toEqual(['hello', 'event', 'event', 'event']);
    await hold(SMALL.heldEvents);
    await until(() => kinds().includes('reset'), 'told to read anew');
    expect(kinds()).toEqual(['hello', 'event', 'event', 'event', 'reset']);
    socket.webSocket.terminate();
    witness.webSocket.terminate();
  });
});
