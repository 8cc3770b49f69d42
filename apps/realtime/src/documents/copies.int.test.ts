import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { openEditor } from '../testing/openEditor';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

/** A document with a stored text, and a copy of it with one more edit, as a disk would give it back. */
async function copyWithAnEdit(): Promise<{ documentId: string; doc: Y.Doc }> {
  const { house, server, spaceId, writer } = test;
  const documentId = await house.document(spaceId, writer);
  const a = await openEditor(house, server, writer, documentId);
  a.text.insert(0, 'stored ');
  await a.saved();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc));
  a.close();
  doc.getText('t').insert(0, 'written away ');
  return { documentId, doc };
}

describe('RT-91 a copy of this device', () => {
  it('begins as unsaved and is saved by acknowledgement alone', async () => {
    const { house, server, writer } = test;
    const { documentId, doc } = await copyWithAnEdit();
    const copy = { epoch: 1, complete: true, unsaved: true };
    const b = await openEditor(house, server, writer, documentId, { doc, copy });
    expect(b.statuses[0]).toBe('unsaved');
    expect(b.handle.hasUnsaved()).toBe(true);
    await b.saved();
    expect(b.statuses).not.toContain('offline');
    expect((await house.stored(documentId)).getText('t').toString()).toBe('written away stored ');
    b.close();
  });

  it('may be shown at once when it was complete, and not before the server answered when it was not', async () => {
    const { house, server, writer } = test;
    const { documentId, doc } = await copyWithAnEdit();
    const found = { epoch: 1, unsaved: false };
    const b = await openEditor(house, server, writer, documentId, {
      doc: new Y.Doc(),
      copy: { ...found, complete: false },
      wait: false,
    });
    expect(b.handle.synced).toBe(false);
    await until(() => b.handle.synced, 'the server answered');
    expect(b.handle.hasUnsaved()).toBe(false);
    const c = await openEditor(house, server, writer, documentId, {
      doc,
      copy: { ...found, complete: true },
      wait: false,
    });
    expect(c.handle.synced).toBe(true);
    b.close();
    c.close();
  });

  it('is refused when it is of another life of the document, and nothing of it gets there', async () => {
    const { house, server, writer } = test;
    const { documentId, doc } = await copyWithAnEdit();
    const copy = { epoch: 0, complete: true, unsaved: true };
    const b = await openEditor(house, server, writer, documentId, { doc, copy });
    await until(() => b.closedWith() !== null, 'closed');
    expect(b.closedWith()).toBe(4409);
    expect(b.handle.hasUnsaved()).toBe(true);
    expect((await house.stored(documentId)).getText('t').toString()).toBe('stored ');
    b.close();
  });
});
