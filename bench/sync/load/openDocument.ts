import { until } from '@hemicycle/testing';
import * as Y from 'yjs';
import type { Crowd } from './Crowd';
import type { Opened, OpenOrder } from './orders';

/** For the whole text. Milliseconds. */
const PATIENCE = 60_000;

/**
 * A new client: from the first byte sent until the whole text is in a Y.Doc. Some servers say "synced" before they have
 * read what they stored, so that word is not taken for it.
 */
export async function openDocument(crowd: Crowd, order: OpenOrder): Promise<Opened> {
  const client = crowd.add({ address: order.address, room: 0, writes: false, probe: false, keep: true });
  const doc = new Y.Doc();
  const content = doc.getXmlFragment('content');
  const syncedMs = await client.join();
  let applied = 0;
  const whole = (): boolean => {
    if (applied === client.kept.length && applied > 0) return false;
    doc.transact(() => {
      for (; applied < client.kept.length; applied++) Y.applyUpdate(doc, client.kept[applied] as Buffer);
    });
    return plainText(content) === order.text;
  };
  let ms = Number.NaN;
  await until(
    () => {
      if (!whole()) return false;
      ms = performance.now() - client.joinStarted;
      return true;
    },
    'the whole text',
    PATIENCE,
  ).catch(() => undefined);
  const found = plainText(content);
  client.leave();
  return {
    whole: found === order.text,
    characters: found.length,
    ms,
    syncedMs,
    frames: client.kept.length,
    bytes: client.bytes,
  };
}

function plainText(node: Y.XmlFragment | Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? child.toString() : plainText(child as Y.XmlElement)))
    .join('');
}
