import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { EMPTY_CONTENT } from './emptyContent';

describe('EMPTY_CONTENT', () => {
  it('is one empty paragraph, also when applied twice', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, EMPTY_CONTENT);
    Y.applyUpdate(doc, EMPTY_CONTENT);
    expect(doc.getXmlFragment('content').toString()).toBe('<paragraph></paragraph>');
  });
});
