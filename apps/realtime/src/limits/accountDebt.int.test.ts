import { frames } from '@hemicycle/collab/protocol';
import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { createHouse, type House, type Resident } from '../testing/createHouse';
import { openSocket, type TestSocket } from '../testing/openSocket';
import { type ServerProcess, startServerProcess } from '../testing/startServerProcess';

const KB = 1024;
/** An account is soon in debt, and by and by out of it. */
const SMALL = { accountByteBurst: 16 * KB, accountBytesPerSecond: 32 * KB, unfinishedBytes: 600 * KB };

let test: TestDatabase;
let house: House;
let writer: Resident;
let other: Resident;
let spaceId: string;
let server: ServerProcess;

beforeAll(async () => {
  test = await testDatabase();
  house = createHouse(test.url);
  [writer, other] = [await house.person('Writer'), await house.person('Other')];
  spaceId = await house.space();
  await house.grant(spaceId, writer, 'editor');
  await house.grant(spaceId, other, 'editor');
  server = await startServerProcess(test.url, undefined, { REALTIME_LIMITS: JSON.stringify(SMALL) });
});

afterAll(async () => {
  await server.end('SIGTERM');
  await house.close();
  await test.drop();
});

async function open(person: Resident, documentId: string): Promise<TestSocket> {
  const ticket = await house.ticket(person, documentId);
  const socket = await openSocket(`${server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`);
  await until(() => socket.frames.length > 0, 'hello');
  return socket;
}

/** Each edit of somebody, one after the other. */
function typist(): (text: string) => Uint8Array {
  const doc = new Y.Doc();
  let update = new Uint8Array();
  doc.on('update', (made: Uint8Array) => {
    update = Uint8Array.from(made);
  });
  return (text) => {
    doc.getText('t').insert(doc.getText('t').length, text);
    return frames.update(update);
  };
}

const stored = ({ frames: seen }: TestSocket): number =>
  seen.reduce((most, frame) => (frame.kind === 'durable' ? Math.max(most, frame.count) : most), 0);

describe('RT-110 an account in debt', () => {
  it('is heard later on all its sockets, in order and completely; everybody else at once', async () => {
    const documentId = await house.document(spaceId, writer);
    const [first, second, witness] = [
      await open(writer, documentId),
      await open(writer, documentId),
      await open(other, documentId),
    ];
    const [typed, typedThere, typedByOther] = [typist(), typist(), typist()];
    for (let i = 0; i < 10; i++) first.send(typed(`${i}`.repeat(4 * KB)));
    await until(() => witness.frames.some(({ kind }) => kind === 'update'), 'the first one passes');
    second.send(typedThere('late'));
    witness.send(typedByOther('at once'));
    await until(() => stored(witness) === 1, 'another account is heard');
    expect(stored(second)).toBe(0);
    await until(() => stored(first) === 10 && stored(second) === 1, 'all is stored');
    const text = (await house.stored(documentId)).getText('t').toString();
    for (let i = 0; i < 10; i++) expect(text).toContain(`${i}`.repeat(4 * KB));
    expect(text).toContain('late');
    for (const socket of [first, second, witness]) socket.webSocket.terminate();
  });

  it('cannot have more than is bounded wait for it', async () => {
    const documentId = await house.document(spaceId, writer);
    const sockets: TestSocket[] = [];
    for (let i = 0; i < 6; i++) sockets.push(await open(writer, documentId));
    const [first, ...others] = sockets;
    first?.send(typist()('a'.repeat(100 * KB)));
    for (const socket of others) socket.send(typist()('b'.repeat(250 * KB)));
    await until(
      () => others.filter((socket) => socket.code() === 4500).length >= 2,
      'those too many are sent away',
    );
    expect(others.some((socket) => socket.code() === null)).toBe(true);
    for (const socket of sockets) socket.webSocket.terminate();
  });
});
