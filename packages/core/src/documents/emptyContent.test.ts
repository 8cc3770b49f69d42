import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { EMPTY_CONTENT } from './emptyContent';

function open(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

describe('EMPTY_CONTENT', () => {
  it('is one empty paragraph, also when applied twice', () => {
    const doc = open(EMPTY_CONTENT, EMPTY_CONTENT);
    expect(doc.getXmlFragment('content').toString()).toBe('<paragraph></paragraph>');
  });

  it('has one text for all who begin at once', () => {
    const texts = ['left', 'right'].map((words) => {
      const doc = open(EMPTY_CONTENT);
      const paragraph = doc.getXmlFragment('content').get(0) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(0, words);
      return Y.encodeStateAsUpdate(doc);
    });
    const both = open(...texts)
      .getXmlFragment('content')
      .get(0) as Y.XmlElement;
    expect(both.length).toBe(1);
    expect(['leftright', 'rightleft']).toContain(String(both.get(0)));
  });
});
