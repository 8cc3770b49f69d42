import { frames } from '@hemicycle/collab/protocol';
import * as Y from 'yjs';
import type { Address } from '../servers/address';
import { clientFrame } from './clientFrame';
import { inDialect } from './dialects';

/**
 * Somebody who types single characters at the end of a paragraph of their own, in the shape the editor gives a
 * document. Frames are made from a real Y.Doc before they are needed; when each was sent is kept by its clock.
 */
export class Typist {
  readonly doc = new Y.Doc();
  readonly client: number;
  readonly #address: Pick<Address, 'dialect' | 'document'>;
  readonly #text = new Y.XmlText();
  #latest: Uint8Array = new Uint8Array();
  #typed = 0;
  /** Clock of the first frame prepared and not yet sent. */
  #first = 0;
  #ready: Buffer[] = [];
  #next = 0;
  /** When each character was sent (`performance.now()`), by clock; NaN where nobody asks. */
  readonly sentAt: number[] = [];

  constructor(address: Pick<Address, 'dialect' | 'document'>) {
    this.#address = address;
    this.client = this.doc.clientID;
    this.doc.on('update', (update: Uint8Array) => {
      this.#latest = update;
    });
  }

  /** The paragraph everything goes into: the first frame of a typist. */
  begin(): Buffer {
    const paragraph = new Y.XmlElement('paragraph');
    this.doc.transact(() => {
      paragraph.insert(0, [this.#text]);
      this.doc.getXmlFragment('content').push([paragraph]);
    });
    this.#first = this.#clock();
    return this.#frame();
  }

  /** Makes frames for `count` more characters. */
  prepare(count: number): void {
    this.#ready = this.#ready.slice(this.#next);
    this.#next = 0;
    while (this.#ready.length < count) {
      this.#text.insert(this.#text.length, LETTERS[this.#typed++ % LETTERS.length] as string);
      this.#ready.push(this.#frame());
    }
  }

  /** The next frame; remembers that it is sent now. */
  take(now: number): Buffer {
    if (this.#next >= this.#ready.length) this.prepare(64);
    this.sentAt[this.#first] = now;
    this.#first++;
    return this.#ready[this.#next++] as Buffer;
  }

  /** Clock after the last character sent. */
  get sentClock(): number {
    return this.#first;
  }

  #clock(): number {
    return Y.getState(this.doc.store, this.client);
  }

  #frame(): Buffer {
    return clientFrame(inDialect(this.#address, frames.update(this.#latest)));
  }
}

const LETTERS = 'the quick brown fox jumps over the lazy dog ';
