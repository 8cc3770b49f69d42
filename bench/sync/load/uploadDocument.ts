import { frames } from '@hemicycle/collab/protocol';
import { until } from '@hemicycle/testing';
import * as Y from 'yjs';
import type { Crowd } from './Crowd';
import { clientFrame } from './clientFrame';
import { inDialect } from './dialects';
import type { Uploaded, UploadOrder } from './orders';

const PARAGRAPH = 1_000;
/** Some frames instead of one: no server here takes any size. Paragraphs a frame. */
const TOGETHER = 250;
/** For the last acknowledgement. Milliseconds. */
const PATIENCE = 30_000;

/** Writes a document of a given size, in paragraphs, through one connection. */
export async function uploadDocument(crowd: Crowd, order: UploadOrder): Promise<Uploaded> {
  const client = crowd.add({ address: order.address, room: 0, writes: false, probe: false, keep: false });
  await client.join();
  const doc = new Y.Doc();
  const content = doc.getXmlFragment('content');
  const text: string[] = [];
  doc.on('update', (update: Uint8Array) => {
    client.edit(clientFrame(inDialect(order.address, frames.update(update))), Number.NaN);
  });
  for (let at = 0; at < order.bytes; at += PARAGRAPH * TOGETHER) {
    doc.transact(() => {
      for (let i = 0; i < TOGETHER; i++) {
        const words = `${at + i} `.padEnd(PARAGRAPH, 'the quick brown fox jumps over the lazy dog ');
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(words)]);
        content.push([paragraph]);
        text.push(words);
      }
    });
  }
  const open = () => client.edits.length - client.acknowledgedEdits;
  if (order.acknowledged) await until(() => open() === 0, 'everything acknowledged', PATIENCE);
  return { text: text.join(''), bytes: Y.encodeStateAsUpdate(doc).length };
}
