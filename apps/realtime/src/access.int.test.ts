import { EMPTY_UPDATE, frames, writePresence } from '@hemicycle/collab/protocol';
import { LIMITS } from '@hemicycle/contracts';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { openEditor } from './testing/openEditor';
import { openSocket } from './testing/openSocket';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

const address = (documentId: string, ticket: string, more = ''): string =>
  `${test.server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}${more}`;

const updateOf = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};

describe('who is let in', () => {
  it('RT-20 refuses no ticket, a used one and one for something else', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const ticket = await house.ticket(writer, documentId);
    const first = await openSocket(address(documentId, ticket));
    await until(() => first.frames.length > 0, 'hello');
    const refused = [
      address(documentId, ''),
      address(documentId, ticket),
      address(documentId, await house.ticket(writer, await house.document(spaceId, writer))),
      address(documentId, await house.ticket(writer, null)),
    ];
    for (const each of refused) expect(await (await openSocket(each)).closed()).toBe(4501);
    expect(first.code()).toBeNull();
    first.webSocket.terminate();
  });

  it('RT-21 refuses a foreign Origin before the ticket is used', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const ticket = await house.ticket(writer, documentId);
    const foreign = await openSocket(address(documentId, ticket), { origin: 'https://evil.example' });
    expect(await foreign.closed()).toBe(4403);
    const own = await openSocket(address(documentId, ticket));
    await until(() => own.frames.length > 0, 'hello');
    own.webSocket.terminate();
  });

  it('RT-22 does not tell who has no rights that the document exists', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const stranger = await house.person('Stranger');
    const absent = '01a206ea-0000-7000-8000-000000000000';
    for (const id of [documentId, absent]) {
      const socket = await openSocket(address(id, await house.ticket(stranger, id)));
      expect(await socket.closed()).toBe(4404);
      expect(socket.frames).toEqual([]);
    }
  });

  it('RT-23 refuses a copy of an erased life of the document', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const socket = await openSocket(address(documentId, await house.ticket(writer, documentId), '&epoch=2'));
    expect(await socket.closed()).toBe(4409);
  });
});

describe('what is refused of those who are in', () => {
  it('RT-24 lets a reader change nothing, and acknowledges nothing', async () => {
    const { house, server, spaceId, writer, reader } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const socket = await openSocket(address(documentId, await house.ticket(reader, documentId)));
    socket.send(frames.update(updateOf('by a reader')));
    socket.send(frames.syncStep2(updateOf('by a reader')));
    socket.send(frames.syncStep1(new Uint8Array([0])));
    await until(() => socket.frames.some((frame) => frame.kind === 'step2'), 'answered after the writes');
    a.text.insert(0, 'by a writer');
    await a.saved();
    expect(a.text.toString()).toBe('by a writer');
    expect((await house.stored(documentId)).getText('t').toString()).toBe('by a writer');
    expect(socket.frames.some((frame) => frame.kind === 'durable')).toBe(false);
    expect(socket.code()).toBeNull();
    a.close();
    socket.webSocket.terminate();
  });

  it('RT-25 stamps identity into presence, and ignores presence in another’s name', async () => {
    const { house, server, spaceId, writer, reader } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const forger = await openSocket(address(documentId, await house.ticket(reader, documentId)));
    const entry = (clientId: number, clock: number, state: unknown) => ({
      clientId,
      clock,
      json: JSON.stringify(state),
    });
    const say = (...entries: ReturnType<typeof entry>[]) =>
      forger.send(frames.awareness(writePresence(entries)));
    a.handle.awareness.setLocalState({ user: { name: 'Somebody else' }, cursor: 1 });
    const states = a.handle.awareness.getStates();
    await until(() => forger.frames.some((frame) => frame.kind === 'awareness'), 'presence arrives');
    say(entry(a.doc.clientID, 99, { user: { name: 'Forged' } }));
    say(entry(4711, 1, { user: { id: writer.userId, name: 'Writer' }, cursor: 2 }));
    await until(() => states.has(4711), 'the reader is seen');
    expect(states.get(4711)).toEqual({ user: { id: reader.userId, name: 'Reader', hue: 120 }, cursor: 2 });
    say(entry(a.doc.clientID, 100, null), entry(4711, 2, { cursor: 3 }));
    await until(() => states.get(4711)?.cursor === 3, 'own entry beside a foreign one');
    expect(states.get(a.doc.clientID)).toMatchObject({ cursor: 1 });
    say(entry(4711, 3, { big: 'x'.repeat(LIMITS.presenceBytes) }));
    say(entry(4711, 4, { cursor: 4 }));
    await until(() => states.get(4711)?.cursor === 4, 'too large a state is skipped');
    expect(forger.code()).toBeNull();
    forger.webSocket.terminate();
    await until(() => !states.has(4711), 'gone with its socket');
    a.close();
  });

  it('RT-26 closes on malformed and oversized frames, and nobody else notices', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const attack = async (bytes: Uint8Array) => {
      const socket = await openSocket(address(documentId, await house.ticket(other, documentId)));
      socket.send(bytes);
      return socket.closed();
    };
    expect(await attack(new Uint8Array([0, 2, 200]))).toBe(4400);
    expect(await attack(frames.update(new Uint8Array([1, 1, 1, 0, 4, 1, 1, 116, 2, 0xff, 0xff, 0])))).toBe(
      4400,
    );
    expect(await attack(frames.update(updateOf('ends early').subarray(0, 8)))).toBe(4400);
    expect(await attack(frames.update(updateOf('too long '.repeat(9_000)).subarray(0, 70_000)))).toBe(4400);
    expect(await attack(new Uint8Array(LIMITS.documentFrameBytes + 1))).toBe(4413);
    a.text.insert(0, 'undisturbed');
    await a.saved();
    expect((await house.stored(documentId)).getText('t').toString()).toBe('undisturbed');
    a.close();
  });

  it('RT-27 closes a socket that asks for the whole document again and again', async () => {
    const { house, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const socket = await openSocket(address(documentId, await house.ticket(writer, documentId)));
    for (let i = 0; i < 30; i++) socket.send(frames.syncStep1(new Uint8Array([0])));
    expect(await socket.closed()).toBe(4429);
  });
});

describe('rights that end', () => {
  it('RT-30 removes somebody within 5 s of the commit, for good', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const leaver = await house.person('Leaver');
    await house.grant(spaceId, leaver, 'editor');
    const a = await openEditor(house, server, leaver, documentId);
    await house.grant(spaceId, leaver, null);
    await until(() => a.closedWith() === 4403, 'removed', 5_000);
    expect(a.handle.status).toBe('closed');
    const again = await openSocket(address(documentId, await house.ticket(leaver, documentId)));
    expect(await again.closed()).toBe(4404);
  });

  it('RT-31 turns an editor into a reader while the document is open', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const demoted = await house.person('Demoted');
    await house.grant(spaceId, demoted, 'editor');
    const a = await openEditor(house, server, demoted, documentId);
    a.text.insert(0, 'as editor');
    await a.saved();
    await house.grant(spaceId, demoted, 'reader');
    await until(() => a.handle.status === 'readonly', 'read-only', 5_000);
    expect(a.closedWith()).toBeNull();
    await house.grant(spaceId, demoted, 'editor');
    await until(() => a.handle.status === 'saved', 'editor again', 5_000);
    a.close();
  });

  it('RT-32 closes with 4401 when the session ends', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const person = await house.person('Signs out');
    await house.grant(spaceId, person, 'editor');
    const a = await openEditor(house, server, person, documentId);
    const { sessionId, userId } = person;
    await house.query('UPDATE sessions SET ended_at = now() WHERE id = $1', [sessionId]);
    await house.publish(`user:${userId}`, { type: 'session.ended', userId, sessionId });
    await until(() => a.closedWith() === 4401, 'signed out', 5_000);
  });

  it('RT-33 notices within 5 s what no event told of: expiry, disabled accounts', async () => {
    const { house, server, spaceId, writer } = test;
    const documentId = await house.document(spaceId, writer);
    const [guest, disabled] = [await house.person('Guest'), await house.person('Disabled')];
    const expiresAt = new Date(Date.now() + 2_000);
    await house.grant(spaceId, guest, 'editor', { expiresAt, silent: true });
    await house.grant(spaceId, disabled, 'editor', { silent: true });
    const a = await openEditor(house, server, guest, documentId);
    const b = await openEditor(house, server, disabled, documentId);
    await house.query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.userId]);
    await until(() => b.closedWith() === 4401, 'disabled account', 5_000);
    await until(() => a.closedWith() === 4403, 'expired grant', 7_000);
  });

  it('RT-34 ends writing when the document goes to the trash', async () => {
    const { house, server, spaceId, writer, reader } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, reader, documentId);
    await house.query('UPDATE documents SET trashed_at = now() WHERE id = $1', [documentId]);
    await house.publish(`space:${spaceId}`, {
      type: 'document.changed',
      spaceId,
      documentId,
      change: 'trashed',
    });
    await until(() => a.handle.status === 'readonly', 'editor reads only', 5_000);
    await until(() => b.closedWith() === 4403, 'reader is out', 5_000);
    a.close();
  });
});

it('RT-28 an empty answer to sync step 1 is acknowledged, so that a fresh editor says saved', async () => {
  const { house, spaceId, writer } = test;
  const documentId = await house.document(spaceId, writer);
  const socket = await openSocket(address(documentId, await house.ticket(writer, documentId)));
  socket.send(frames.syncStep2(EMPTY_UPDATE));
  await until(
    () => socket.frames.some((frame) => frame.kind === 'durable' && frame.count === 1),
    'acknowledged',
  );
  socket.webSocket.terminate();
});
