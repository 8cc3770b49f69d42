import { frames, writePresence } from '@hemicycle/collab/protocol';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Resident } from './testing/createHouse';
import { openEditor, type TestEditor } from './testing/openEditor';
import { openSocket } from './testing/openSocket';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';
import { type ServerProcess, startServerProcess } from './testing/startServerProcess';

let test: TestHouse;
let second: ServerProcess;

beforeAll(async () => {
  test = await openTestHouse();
  second = await startServerProcess(test.databaseUrl);
});

afterAll(async () => {
  await second.end('SIGTERM');
  await test.close();
});

/** What `viewer` sees of `of`'s caret. */
const seenBy = (viewer: TestEditor, of: TestEditor): Record<string, unknown> | undefined =>
  viewer.handle.awareness.getStates().get(of.doc.clientID);

const account = ({ userId, name, hue }: Resident) => ({ id: userId, name, hue });

describe('presence on two nodes', () => {
  it('RT-45 people on one document see each other’s carets, stamped, and see each other leave', async () => {
    const { house, server, spaceId, writer, other, reader } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, second, other, documentId);
    a.handle.awareness.setLocalState({ at: 1, user: { id: 'forged', name: 'Minister' } });
    b.handle.awareness.setLocalState({ at: 2 });
    await until(() => seenBy(b, a)?.at === 1 && seenBy(a, b)?.at === 2, 'both see each other');
    expect(seenBy(b, a)?.user).toEqual(account(writer));
    a.handle.awareness.setLocalStateField('at', 3);
    await until(() => seenBy(b, a)?.at === 3, 'a moved caret');

    const late = await openEditor(house, second, reader, documentId);
    await until(() => seenBy(late, a)?.at === 3 && seenBy(late, b)?.at === 2, 'a joiner sees both nodes');
    late.close();

    b.close();
    await until(() => seenBy(a, b) === undefined, 'left');
    // Its room is closed on that node; whoever opens it there again is found again.
    const again = await openEditor(house, second, other, documentId);
    again.handle.awareness.setLocalState({ at: 4 });
    await until(() => seenBy(again, a)?.at === 3 && seenBy(a, again)?.at === 4, 'found again');
    a.close();
    again.close();
  });

  it('RT-45 nobody speaks for somebody on another node', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const victim = await openEditor(house, server, writer, documentId);
    const witness = await openEditor(house, second, other, documentId);
    victim.handle.awareness.setLocalState({ at: 'victim' });
    await until(() => seenBy(witness, victim)?.at === 'victim', 'seen on the other node');
    const ticket = await house.ticket(other, documentId);
    const forger = await openSocket(
      `${second.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`,
    );
    const say = (clientId: number, json: string) =>
      forger.send(frames.awareness(writePresence([{ clientId, clock: 1_000, json }])));
    say(victim.doc.clientID, JSON.stringify({ at: 'forged' }));
    say(victim.doc.clientID, 'null');
    // What it says for itself after that is heard, so what it said before was refused.
    say(77, JSON.stringify({ at: 'itself' }));
    await until(() => witness.handle.awareness.getStates().get(77)?.at === 'itself', 'the forger itself');
    await until(() => victim.handle.awareness.getStates().get(77)?.at === 'itself', 'also over there');
    expect(seenBy(witness, victim)).toMatchObject({ at: 'victim', user: account(writer) });
    forger.webSocket.terminate();
    victim.close();
    witness.close();
  });

  it('RT-46 the presence of a dead node ends, and of one that returns begins', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, second, other, documentId);
    b.handle.awareness.setLocalState({ at: 1 });
    await until(() => seenBy(a, b)?.at === 1, 'seen');
    await second.end('SIGKILL');
    await until(() => seenBy(a, b) === undefined, 'gone with its node', 30_000);
    await second.start();
    await until(() => seenBy(a, b)?.at === 1, 'back', 30_000);
    a.close();
    b.close();
  });

  it('RT-49 a node alone gives its sign of life and says nothing else', async () => {
    const { house, server, spaceId, writer, other } = test;
    await second.end('SIGTERM');
    const listener = new Client(test.databaseUrl);
    const said: string[] = [];
    listener.on('notification', ({ payload = '' }) => void said.push(payload));
    await listener.connect();
    await listener.query('LISTEN hemicycle_presence');
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    for (let at = 0; at < 20; at++) {
      a.handle.awareness.setLocalState({ at });
      await until(() => seenBy(b, a)?.at === at, 'seen');
    }
    await until(() => said.length >= 2, 'two signs of life');
    for (const payload of said) expect(payload).toMatch(/^ask\|[0-9a-f-]{36}\|$/);
    a.close();
    b.close();
    await listener.end();
    await second.start();
  });
});
