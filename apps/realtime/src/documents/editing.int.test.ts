import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { openEditor } from '../testing/openEditor';
import { openSocket } from '../testing/openSocket';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

/** How many rows are stored of a document. */
async function rowsOf(documentId: string): Promise<number> {
  const found = await test.house.query(
    'SELECT count(*)::int AS n FROM document_updates WHERE document_id = $1',
    [documentId],
  );
  return found.rows[0].n;
}

describe('editing together', () => {
  it('RT-1 brings an edit to others at once, and acknowledges it when it is stored', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    a.text.insert(0, 'hello');
    expect(a.handle.status).toBe('saving');
    await until(() => b.text.toString() === 'hello', 'the edit arrives');
    await a.saved();
    const stored = await house.stored(documentId);
    expect(stored.getText('t').toString()).toBe('hello');
    a.close();
    b.close();
  });

  it('RT-2 gives a joiner everything before it says that it was everything', async () => {
    const { house, server, spaceId, writer, reader } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    for (let i = 0; i < 300; i++) a.text.insert(a.text.length, `${i} `);
    await a.saved();
    const b = await openEditor(house, server, reader, documentId);
    expect(b.text.toString()).toBe(a.text.toString());
    expect(b.handle.status).toBe('readonly');
    a.close();
    b.close();
  });

  it('RT-3 takes up what was written offline, and says unsaved meanwhile', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    a.text.insert(0, 'base ');
    await a.saved();
    const b = await openEditor(house, server, other, documentId);
    a.sockets.at(-1)?.terminate();
    await until(() => a.handle.status === 'offline', 'offline');
    a.text.insert(0, 'offline ');
    expect(a.handle.status).toBe('unsaved');
    expect(a.handle.hasUnsaved()).toBe(true);
    b.text.insert(0, 'online ');
    await a.saved();
    await until(() => a.text.toString() === b.text.toString(), 'converged');
    expect((await house.stored(documentId)).getText('t').toString()).toBe(a.text.toString());
    a.close();
    b.close();
  });

  it('RT-4 stores nothing when somebody returns who knows nothing new', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    a.text.insert(0, 'some words');
    a.text.delete(2, 3);
    await a.saved();
    const before = await rowsOf(documentId);
    a.sockets.at(-1)?.terminate();
    await until(() => a.sockets.length === 2 && a.handle.status === 'saved', 'came back');
    const b = await openEditor(house, server, other, documentId, { doc: cloneOf(a.doc) });
    await b.saved();
    expect(await rowsOf(documentId)).toBe(before);
    a.close();
    b.close();
  });

  it('RT-4 nor when the document was compacted meanwhile; one deletion more is stored', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    a.text.insert(0, 'some words');
    a.text.delete(2, 3);
    await a.saved();
    a.close();
    const compacted = async () =>
      (await house.query('SELECT deletes_at FROM document_snapshots WHERE document_id = $1', [documentId]))
        .rows[0]?.deletes_at > 0;
    await until(compacted, 'compacted');
    await until(async () => (await server.metric('realtime_rooms')) === 0, 'nobody has it open');
    const before = await rowsOf(documentId);
    const b = await openEditor(house, server, other, documentId, { doc: cloneOf(a.doc) });
    await b.saved();
    expect(await rowsOf(documentId)).toBe(before);
    const away = cloneOf(a.doc);
    away.getText('t').delete(0, 1);
    const c = await openEditor(house, server, other, documentId, { doc: away });
    await c.saved();
    expect(await rowsOf(documentId)).toBe(before + 1);
    await until(() => b.text.toString() === away.getText('t').toString(), 'the deletion arrives');
    b.close();
    c.close();
  });

  it('RT-5 compacts when writing rests: text, excerpt and editor are written, and the content is the same', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const fragment = a.doc.getXmlFragment('content');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Élan vital')]);
    fragment.insert(0, [paragraph]);
    await a.saved();
    const row = async () =>
      (
        await house.query(
          `SELECT plain_text, search_text, edited_by_id, s.through_seq FROM documents d
           LEFT JOIN document_snapshots s ON s.document_id = d.id WHERE d.id = $1`,
          [documentId],
        )
      ).rows[0];
    await until(async () => (await row()).plain_text === 'Élan vital', 'compacted', 20_000);
    expect((await row()).search_text).toContain('elan vital');
    expect((await row()).edited_by_id).toBe(writer.userId);
    expect((await row()).through_seq).not.toBeNull();
    const b = await openEditor(house, server, other, documentId);
    expect(b.doc.getXmlFragment('content').toString()).toBe(fragment.toString());
    a.close();
    b.close();
  });

  it('RT-6 forgets a document nobody has open', async () => {
    const { house, server, spaceId, writer } = test;
    const rooms = () => server.metric('realtime_rooms');
    await until(async () => (await rooms()) === 0, 'rooms of other tests forgotten');
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    expect(await rooms()).toBe(1);
    a.text.insert(0, 'x');
    await a.saved();
    a.close();
    await until(async () => (await rooms()) === 0, 'room forgotten');
  });

  it('RT-112 keeps the order of edits when a large one takes its time', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    const seen = await openSocket(
      `${server.socketOrigin}/realtime/documents/${documentId}?ticket=${await house.ticket(other, documentId)}`,
    );
    await until(() => seen.frames.length > 0, 'hello');
    a.text.insert(0, 'x'.repeat(200_000));
    for (const letter of 'small ones after it') a.text.insert(a.text.length, letter);
    a.text.insert(a.text.length, 'y'.repeat(200_000));
    a.text.insert(a.text.length, ' and the end');
    await a.saved();
    await until(() => b.text.toString() === a.text.toString(), 'converged');
    const sizes = seen.frames.flatMap((frame) => (frame.kind === 'update' ? [frame.update.length] : []));
    expect(sizes.map((size) => size > 200_000)).toEqual([true, ...Array(19).fill(false), true, false]);
    expect(a.text.length).toBe(400_000 + 'small ones after it and the end'.length);
    expect((await house.stored(documentId)).getText('t').toString()).toBe(a.text.toString());
    expect(a.sockets).toHaveLength(1);
    seen.webSocket.terminate();
    a.close();
    b.close();
  });

  it('RT-108 forgets what the database refused: who comes back brings it anew', async () => {
    const { house, server, spaceId, writer, other } = test;
    const documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    // Somebody who does not answer the farewell keeps the connection, and with it the old room, for a while.
    b.sockets.at(-1)?.pause();
    await house.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '22023'; END $$`);
    await house.query(`CREATE TRIGGER refuse BEFORE INSERT ON document_updates FOR EACH ROW
      WHEN (NEW.document_id = '${documentId}') EXECUTE FUNCTION refuse()`);
    a.text.insert(0, 'refused at first');
    const [first] = a.sockets;
    await until(() => first?.readyState === first?.CLOSED, 'sent away');
    expect(a.handle.status).not.toBe('saved');
    await house.query('DROP TRIGGER refuse ON document_updates; DROP FUNCTION refuse');
    await a.saved();
    expect((await house.stored(documentId)).getText('t').toString()).toBe('refused at first');
    a.close();
    b.close();
  });
});

function cloneOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
