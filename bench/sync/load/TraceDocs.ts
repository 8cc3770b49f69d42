import * as Y from 'yjs';
import type { Edit, Trace } from './readTrace';

/**
 * The documents of a trace's writers. Each edit is made in its writer's own Y.Doc on top of exactly what that writer
 * had seen, so concurrency is what it was.
 */
export class TraceDocs {
  readonly #docs: { doc: Y.Doc; text: Y.XmlText; has: Uint8Array }[];
  readonly #edits: readonly Edit[];
  readonly #updates: Uint8Array[] = [];
  /** The paragraph all text goes into, made by the first writer. */
  readonly beginning: Uint8Array;

  constructor(trace: Trace) {
    this.#edits = trace.edits;
    const first = new Y.Doc();
    // Of two who insert at one place at once Yjs puts the smaller client id first; the traces number their writers so.
    first.clientID = 1;
    const paragraph = new Y.XmlElement('paragraph');
    first.transact(() => {
      paragraph.insert(0, [new Y.XmlText()]);
      first.getXmlFragment('content').push([paragraph]);
    });
    this.beginning = Y.encodeStateAsUpdate(first);
    this.#docs = Array.from({ length: trace.agents }, (_, agent) => {
      const doc = agent === 0 ? first : new Y.Doc();
      if (agent > 0) {
        doc.clientID = 1 + agent;
        Y.applyUpdate(doc, this.beginning);
      }
      const text = (doc.getXmlFragment('content').get(0) as Y.XmlElement).get(0) as Y.XmlText;
      return { doc, text, has: new Uint8Array(trace.edits.length) };
    });
  }

  /** The next edit as an update, in its writer's name. Edits are made in order. */
  make(index: number): Uint8Array {
    const edit = this.#edits[index] as Edit;
    const writer = this.#docs[edit.agent];
    if (!writer) throw new Error(`edit ${index} is by an unknown writer`);
    for (const parent of edit.parents ?? [index - 1]) this.#bring(edit.agent, parent);
    let made: Uint8Array = new Uint8Array();
    const keep = (update: Uint8Array): void => {
      made = update;
    };
    writer.doc.on('update', keep);
    writer.doc.transact(() => {
      for (const [position, deleted, inserted] of edit.patches) {
        if (deleted > 0) writer.text.delete(position, deleted);
        if (inserted !== '') writer.text.insert(position, inserted);
      }
    });
    writer.doc.off('update', keep);
    writer.has[index] = 1;
    this.#updates[index] = made;
    return made;
  }

  /** Lets a writer see an edit and all it was made on top of. */
  #bring(agent: number, edit: number): void {
    const writer = this.#docs[agent];
    if (!writer || edit < 0) return;
    const wanted: number[] = [];
    const open = [edit];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at < 0 || writer.has[at] === 1) continue;
      writer.has[at] = 1;
      wanted.push(at);
      open.push(...(this.#edits[at]?.parents ?? [at - 1]));
    }
    wanted.sort((a, b) => a - b);
    for (const at of wanted) Y.applyUpdate(writer.doc, this.#updates[at] as Uint8Array);
  }
}
