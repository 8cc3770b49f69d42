import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as Y from 'yjs';
import { createRandom } from '../testing/createRandom';
import { openEditor } from '../testing/openEditor';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';
import { blockedNetwork } from '../testing/openTunnelled';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

const textOf = async (documentId: string): Promise<string> =>
  (await test.house.stored(documentId)).getText('t').toString();

/** Types `words` one after the other, without waiting; each is one edit. */
async function type(text: Y.Text, words: number, prefix: string): Promise<void> {
  for (let i = 0; i < words; i++) {
    text.insert(text.length, `${prefix}${i} `);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a document through HTTP', () => {
  it('RT-80 where no WebSocket opens, editing goes on through HTTP, and the editor says so', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId, blockedNetwork());
    expect([a.handle.transport, b.handle.transport]).toEqual(['socket', 'http']);
    expect(await server.metric('realtime_tunnels')).toBe(1);
    await Promise.all([type(a.text, 100, 'a'), type(b.text, 100, 'b')]);
    await Promise.all([a.saved(), b.saved()]);
    await until(() => a.text.toString() === b.text.toString(), 'converged');
    expect(a.text.toString()).toContain('b99 ');
    expect(await textOf(documentId)).toBe(a.text.toString());
    a.handle.awareness.setLocalState({ cursor: 1 });
    b.handle.awareness.setLocalState({ cursor: 2 });
    await until(() => b.handle.awareness.getStates().get(a.doc.clientID)?.cursor === 1, 'b sees a');
    await until(() => a.handle.awareness.getStates().get(b.doc.clientID)?.cursor === 2, 'a sees b');
    b.close();
    await until(() => !a.handle.awareness.getStates().has(b.doc.clientID), 'gone with its tunnel');
    await until(async () => (await server.metric('realtime_tunnels')) === 0, 'nothing is left of it');
    a.close();
  });

  it('RT-81 lost requests, lost answers and repeated pushes harm nothing', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const random = createRandom(81);
    const network = blockedNetwork();
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId, network);
    const suffered = { pass: 0, lost: 0, unanswered: 0, twice: 0 };
    network.fate = (url) => {
      // A pull that is sent twice waits for something to come each time.
      const misfortunes = (['lost', 'unanswered', 'twice'] as const).slice(
        0,
        url.searchParams.has('from') ? 2 : 3,
      );
      const fate = misfortunes[random.below(8)] ?? 'pass';
      suffered[fate]++;
      return fate;
    };
    for (let round = 0; round < 10; round++) {
      await Promise.all([type(a.text, 10, `a${round}-`), type(b.text, 10, `b${round}-`)]);
      await until(() => a.text.toString().includes(`b${round}-9 `), 'what is pushed arrives', 30_000);
    }
    network.fate = () => 'pass';
    await Promise.all([a.saved(), b.saved()]);
    await until(() => a.text.toString() === b.text.toString(), 'converged');
    expect(await textOf(documentId)).toBe(a.text.toString());
    for (const times of Object.values(suffered)) expect(times).toBeGreaterThan(0);
    const sessions = new Set(
      network.requests.filter((url) => url.searchParams.has('at')).map((url) => url.pathname),
    );
    expect(sessions.size).toBe(1);
    a.close();
    b.close();
  });

  it('RT-82 a document larger than one request and one answer goes both ways', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId, blockedNetwork());
    a.text.insert(0, 'ä'.repeat(700_000));
    await a.saved();
    const b = await openEditor(house, server, other, documentId, blockedNetwork());
    expect(b.text.length).toBe(700_000);
    expect(b.handle.transport).toBe('http');
    a.close();
    b.close();
  });

  it('RT-83 a server killed in mid-typing comes back with every acknowledged edit, and the editor goes on', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId, blockedNetwork());
    let acknowledged = '';
    a.handle.onStatus((status) => {
      if (status === 'saved') acknowledged = a.text.toString();
    });
    const typing = type(a.text, 300, 'a');
    await until(() => acknowledged.length > 0 && a.text.length > 500, 'some typing');
    await server.end('SIGKILL');
    const stored = await textOf(documentId);
    for (const word of acknowledged.split(' ').filter(Boolean)) expect(stored).toContain(word);
    await typing;
    a.text.insert(a.text.length, 'while it was away ');
    expect(a.handle.status).not.toBe('saved');
    await until(() => a.handle.status === 'unsaved', 'says so', 30_000);
    await server.start();
    await a.saved();
    expect(a.handle.transport).toBe('http');
    expect(await textOf(documentId)).toBe(a.text.toString());
    a.close();
  });

  it('RT-84 removal, a changed role and a restart reach an editor through HTTP as they reach a socket', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const person = await house.person('Far away');
    await house.grant(spaceId, person, 'editor');
    const a = await openEditor(house, server, person, documentId, blockedNetwork());
    await house.grant(spaceId, person, 'reader');
    await until(() => a.handle.status === 'readonly', 'reads only', 5_000);
    await house.grant(spaceId, person, 'editor');
    await until(() => a.handle.status === 'saved', 'writes again', 5_000);
    a.text.insert(0, 'last words');
    await until(() => a.handle.status === 'saving', 'sent');
    expect(await server.end('SIGTERM')).toBe(0);
    await server.start();
    // It may have had its acknowledgement before the end, and not have heard of the end yet.
    const inside = () => server.metric('realtime_connections{kind="document"');
    await until(async () => (await inside()) === 1, 'back');
    await a.saved();
    expect(await textOf(documentId)).toBe('last words');
    await house.grant(spaceId, person, null);
    await until(() => a.closedWith() === 4403, 'removed', 5_000);
    await until(async () => (await server.metric('realtime_tunnels')) === 0, 'nothing is left of it');
  });
});
