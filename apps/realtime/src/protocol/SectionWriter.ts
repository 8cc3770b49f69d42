import { ByteReader, ByteWriter } from '@hemicycle/collab/protocol';
import { SKIP, STRING, STRUCT } from './passStruct';
import type { Section } from './readSections';

/** Text somebody typed, as one item; the head is its bytes up to the text. */
interface Typed {
  readonly head: Uint8Array;
  readonly originClient: number;
  readonly originClock: number;
  readonly rightClient: number;
  readonly rightClock: number;
  readonly text: Uint8Array;
}

const NONE = -1;

/**
 * Writes sections of one client, in the order of their clocks, as one. Text that goes on where the text before it
 * ended, before the same neighbour, becomes one item with it, as Yjs would write it: an edit by edit log of typing
 * shrinks to what was typed. (Yjs keeps text in sequences only, so no entry of a map is touched by this.)
 */
export class SectionWriter {
  readonly #client: number;
  readonly #first: number;
  #end: number;
  #structs = 0;
  readonly #body = new ByteWriter(256);
  /** The last item, when it is text that may go on. */
  #open: { item: Typed; more: ByteWriter | null } | null = null;

  constructor(client: number, first: number) {
    this.#client = client;
    this.#first = first;
    this.#end = first;
  }

  /** False, and nothing written, when the section begins before the end of what was written. */
  add(section: Section): boolean {
    if (section.first < this.#end) return false;
    if (section.first > this.#end) {
      this.#close();
      this.#body.raw(Uint8Array.of(SKIP)).varUint(section.first - this.#end);
      this.#structs++;
    }
    const { update, from, last, to, structs } = section;
    const only = structs === 1 ? readTyped(update, from) : null;
    if (only && this.#goesOn(only)) {
      this.#append(only.text);
    } else {
      this.#close();
      this.#body.raw(update.subarray(from, last));
      this.#structs += structs - 1;
      const item = only ?? readTyped(update, last);
      if (item) this.#open = { item, more: null };
      else {
        this.#body.raw(update.subarray(last, to));
        this.#structs++;
      }
    }
    this.#end = section.end;
    return true;
  }

  #goesOn(next: Typed): boolean {
    const item = this.#open?.item;
    return (
      item !== undefined &&
      next.originClient === this.#client &&
      next.originClock === this.#end - 1 &&
      next.rightClient === item.rightClient &&
      next.rightClock === item.rightClock
    );
  }

  #append(text: Uint8Array): void {
    if (!this.#open) return;
    this.#open.more ??= new ByteWriter(256).raw(this.#open.item.text);
    this.#open.more.raw(text);
  }

  #close(): void {
    if (!this.#open) return;
    const { item, more } = this.#open;
    this.#body.raw(item.head).varBytes(more?.done() ?? item.text);
    this.#structs++;
    this.#open = null;
  }

  write(writer: ByteWriter): void {
    this.#close();
    writer.varUint(this.#structs).varUint(this.#client).varUint(this.#first).raw(this.#body.done());
  }
}

/** Null for everything but text. */
function readTyped(update: Uint8Array, from: number): Typed | null {
  const info = update[from] ?? 0;
  if ((info & STRUCT.content) !== STRING) return null;
  const reader = new ByteReader(update, from + 1);
  const left = (info & STRUCT.hasOrigin) !== 0;
  const right = (info & STRUCT.hasRightOrigin) !== 0;
  const originClient = left ? reader.varUint() : NONE;
  const originClock = left ? reader.varUint() : NONE;
  const rightClient = right ? reader.varUint() : NONE;
  const rightClock = right ? reader.varUint() : NONE;
  if (!left && !right) {
    if (reader.varUint() === 1) reader.varBytes();
    else {
      reader.varUint();
      reader.varUint();
    }
    if (info & STRUCT.hasParentSub) return null;
  }
  const head = update.subarray(from, reader.position);
  return { head, originClient, originClock, rightClient, rightClock, text: reader.take(reader.varUint()) };
}
