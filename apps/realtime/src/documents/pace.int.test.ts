import { frames } from '@hemicycle/collab/protocol';
import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { createHouse, type House } from '../testing/createHouse';
import { openSocket, type TestSocket } from '../testing/openSocket';
import { type ServerProcess, startServerProcess } from '../testing/startServerProcess';

/** So long that nothing arrives because its time has come. */
const SLOW = { pacedReceivers: 3, paceMs: 600_000, paceFrames: 4 };

let test: TestDatabase;
let house: House;
let server: ServerProcess;

beforeAll(async () => {
  test = await testDatabase();
  house = createHouse(test.url);
  server = await startServerProcess(test.url, undefined, { REALTIME_LIMITS: JSON.stringify(SLOW) });
});

afterAll(async () => {
  await server.end('SIGKILL');
  await house.close();
  await test.drop();
});

it('RT-109 in a room with many people a lone edit comes at once, the next ones together and in order, and all before the end', async () => {
  const person = await house.person('Writer');
  const spaceId = await house.space();
  await house.grant(spaceId, person, 'editor');
  const documentId = await house.document(spaceId, person);
  const join = async (): Promise<TestSocket> => {
    const ticket = await house.ticket(person, documentId);
    const socket = await openSocket(
      `${server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`,
    );
    socket.send(frames.syncStep1(new Uint8Array([0])));
    await until(() => socket.frames.some(({ kind }) => kind === 'step2'), 'joined');
    return socket;
  };
  const [writer, ...readers] = [await join(), await join(), await join(), await join(), await join()];
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => writer.send(frames.update(update)));
  const type = (letter: string) => doc.getText('t').insert(doc.getText('t').length, letter);
  const stored = () => writer.frames.findLast((frame) => frame.kind === 'durable')?.count ?? 0;
  const seen = (socket: TestSocket): string => {
    const copy = new Y.Doc();
    for (const frame of socket.frames) if (frame.kind === 'update') Y.applyUpdate(copy, frame.update);
    return copy.getText('t').toString();
  };
  const everybodySees = (text: string) => readers.every((reader) => seen(reader) === text);

  type('a');
  await until(() => everybodySees('a'), 'the lone edit');
  for (const letter of 'bcd') type(letter);
  await until(() => stored() === 4, 'stored while it waits for company');
  expect(readers.map(seen)).toEqual(readers.map(() => 'a'));
  type('e');
  await until(() => everybodySees('abcde'), 'the four of them');
  type('f');
  await until(() => stored() === 6, 'stored');
  expect(readers.map(seen)).toEqual(readers.map(() => 'abcde'));
  expect(await server.end('SIGTERM')).toBe(0);
  expect(await Promise.all(readers.map((reader) => reader.closed()))).toEqual(readers.map(() => 1001));
  expect(readers.map(seen)).toEqual(readers.map(() => 'abcdef'));
});
