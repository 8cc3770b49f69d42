import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { shareEmptyTexts } from './shareEmptyTexts';

const ORIGIN = Symbol('editor');
const content = (doc: Y.Doc) => doc.getXmlFragment('content');

describe('shareEmptyTexts', () => {
  it('gives new empty blocks a text, wherever they stand, and leaves the others alone', () => {
    const doc = new Y.Doc();
    shareEmptyTexts(doc);
    doc.transact(() => {
      const cell = new Y.XmlElement('tableCell');
      cell.insert(0, [new Y.XmlElement('paragraph')]);
      const written = new Y.XmlElement('heading');
      written.insert(0, [new Y.XmlText('words')]);
      content(doc).insert(0, [new Y.XmlElement('paragraph'), cell, written, new Y.XmlElement('image')]);
    }, ORIGIN);
    const [paragraph, cell, heading, image] = content(doc).toArray() as Y.XmlElement[];
    expect(paragraph?.get(0)).toBeInstanceOf(Y.XmlText);
    expect(cell?.toString()).toContain('<paragraph>');
    expect((cell?.get(0) as Y.XmlElement | undefined)?.length).toBe(1);
    expect(heading?.length).toBe(1);
    expect(image?.length).toBe(0);
  });

  it('is undone with the block, and does nothing for what others made', () => {
    const doc = new Y.Doc();
    const stop = shareEmptyTexts(doc);
    const undo = new Y.UndoManager(content(doc), { trackedOrigins: new Set([ORIGIN]) });
    doc.transact(() => content(doc).insert(0, [new Y.XmlElement('paragraph')]), ORIGIN);
    undo.undo();
    expect(content(doc).length).toBe(0);
    const other = new Y.Doc();
    content(other).insert(0, [new Y.XmlElement('paragraph')]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect((content(doc).get(0) as Y.XmlElement).length).toBe(0);
    stop();
    content(doc).insert(0, [new Y.XmlElement('paragraph')]);
    expect((content(doc).get(0) as Y.XmlElement).length).toBe(0);
  });
});
