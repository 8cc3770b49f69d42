import { connect } from 'node:net';
import { frames } from '@hemicycle/collab/protocol';
import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import * as Y from 'yjs';
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
  documentClients: 40,
  requestHeadMs: 500,
  // Nothing that is shown here may be the timed re-check's doing.
  recheckMs: 600_000,
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

async function openEvents(listener: Resident): Promise<TestSocket> {
  const ticket = await house.ticket(listener, null);
  const opened = await openSocket(`${server.socketOrigin}/realtime/events?ticket=${ticket}`);
  await until(() => opened.texts.length === 1, 'hello');
  return opened;
}

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

  it('RT-116 a document of too many clients takes no more of them, and still opens', async () => {
    const documentId = await house.document(spaceId, writer);
    const of = (clients: number): Uint8Array =>
      Y.mergeUpdates(
        Array.from({ length: clients }, () => {
          const doc = new Y.Doc();
          doc.getText('t').insert(0, '.');
          return Y.encodeStateAsUpdate(doc);
        }),
      );
    const socket = await open(documentId);
    const most = of(SMALL.documentClients);
    socket.send(frames.update(most));
    await until(() => socket.frames.some(({ kind }) => kind === 'durable'), 'stored');
    // Those there are go on.
    socket.send(frames.update(most));
    await until(() => socket.frames.filter(({ kind }) => kind === 'durable').length === 2, 'stored again');
    socket.send(frames.update(of(1)));
    expect(await socket.closed()).toBe(4413);
    const reader = await openEditor(house, server, writer, documentId);
    expect(reader.text.length).toBe(SMALL.documentClients);
    reader.close();
  });

  it('RT-117 a right that ends while its document is loaded closes the socket as soon as it is in', async () => {
    const person = await house.person('Late');
    await house.grant(spaceId, person, 'editor');
    const documentId = await house.document(spaceId, writer);
    const inside = () => server.metric('realtime_connections');
    await until(async () => (await inside()) === 0, 'those before are gone');
    const release = await lock('document_updates');
    const ticket = await house.ticket(person, documentId);
    const late = await openSocket(`${server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`);
    await until(async () => (await inside()) === 1, 'admitted');
    const witness = await openEvents(writer);
    await house.grant(spaceId, person, null);
    await house.publish(`space:${spaceId}`, { type: 'space.changed', spaceId });
    await until(() => witness.texts.length === 2, 'the server has heard of it');
    expect(late.code()).toBeNull();
    await release();
    expect(await late.closed()).toBe(4403);
    witness.webSocket.terminate();
  });

  it('RT-111 a request whose head never ends is cut off', async () => {
    const { port, hostname } = new URL(server.socketOrigin);
    const socket = connect(Number(port), hostname);
    let ended = false;
    socket
      .on('error', () => undefined)
      .on('close', () => {
        ended = true;
      });
    socket.resume();
    socket.write('GET /realtime/events HTTP/1.1\r\nHost: house.example\r\nX-Slow: ');
    await until(() => ended, 'cut off', 15_000);
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
    const [socket, witness] = [await openEvents(person), await openEvents(writer)];
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
