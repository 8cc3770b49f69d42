import { ByteWriter, frames } from '@hemicycle/collab/protocol';
import { CLOSE } from '@hemicycle/contracts';
import * as Y from 'yjs';
import { openRaw, type RawSocket } from './rawSocket';

/** What an attacker is given: addresses carry a ticket each, of an account that may write, or only read. */
export interface Ammunition {
  readonly writer: readonly string[];
  readonly reader: readonly string[];
  /** The Yjs client of an honest person on the document, to forge. */
  readonly victim: number;
}

export interface Attack {
  readonly name: string;
  /** The line of docs/specs/realtime.md that says how it is refused. */
  readonly spec: string;
  /** How many addresses of each kind it needs. */
  readonly writers?: number;
  readonly readers?: number;
  readonly seconds: number;
  /** Runs until `until`; answers what the server did, in words. @throws when that is not what is specified */
  run(ammunition: Ammunition, until: number): Promise<string>;
}

/** Buffers of both kernels. Bytes. */
const ON_THE_WAY = 12_000_000;

const over = (until: number): boolean => performance.now() > until;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function expectCode(socket: RawSocket, ...codes: number[]): string {
  const code = socket.code();
  if (code === null || !codes.includes(code))
    throw new Error(`closed with ${code}, not ${codes.join(' or ')}`);
  return `closed with ${code}`;
}

/** Closed as a flood, or read no faster than it may: `most` bytes, and what networks hold on the way. */
export function expectSlow(socket: RawSocket, most: number): string {
  if (socket.code() !== null) return expectCode(socket, CLOSE.flood, 0);
  const taken = socket.tcp.bytesWritten - socket.tcp.writableLength;
  const megabytes = `${(taken / 1e6).toFixed(1)} MB`;
  if (taken > most + ON_THE_WAY)
    throw new Error(`${megabytes} were read, more than ${(most / 1e6).toFixed(1)} MB`);
  return `read slowly: ${megabytes}`;
}

export function expectOpen(socket: RawSocket): string {
  if (socket.code() !== null) throw new Error(`closed with ${socket.code()}, but should stay`);
  return 'stays, changes nothing';
}

/** Sends the same bytes again and again, waiting only when the network is full. */
export async function repeat(
  socket: RawSocket,
  bytes: Uint8Array,
  until: number,
  everyMs = 0,
): Promise<void> {
  while (!over(until) && (await socket.write(bytes))) await pause(everyMs);
}

/** One attempt after the other, each on a socket of its own, which must end with one of `codes`. */
export async function oneByOne(
  addresses: readonly string[],
  until: number,
  codes: readonly number[],
  send: (socket: RawSocket) => Promise<unknown>,
  origin?: string,
): Promise<string> {
  let tried = 0;
  for (const address of addresses) {
    if (over(until)) break;
    const socket = await openRaw(address, origin ? { origin } : {});
    await send(socket);
    await Promise.race([socket.ended, pause(20_000)]);
    expectCode(socket, ...codes);
    tried++;
  }
  return `${tried} × closed with ${codes.join(' or ')}`;
}

export const edit = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};

/** As many structs as fit into a frame, and then an end that no client could decode. */
export function dense(bytes: number): Uint8Array {
  const writer = new ByteWriter(bytes).varUint(1).varUint(bytes).varUint(77).varUint(0);
  const garbage = new Uint8Array(bytes - 64);
  for (let i = 0; i < garbage.length; i += 2) garbage[i + 1] = 1;
  return frames.update(writer.raw(garbage).done());
}

/** One item of as many JSON values as fit: of all that Yjs knows, each byte of these takes the longest to check. */
export function costly(bytes: number, kind: 'sound' | 'malformed'): Uint8Array {
  const values = Math.floor((bytes - 64) / 2);
  const writer = new ByteWriter(bytes).varUint(1).varUint(1).varUint(77).varUint(0);
  writer.raw(new Uint8Array([2, 1, 1, 't'.charCodeAt(0)])).varUint(values);
  writer.raw(Buffer.alloc(values * 2, Buffer.from([1, '1'.charCodeAt(0)])));
  // Without the delete set that has to follow nobody can decode it.
  if (kind === 'sound') writer.varUint(0);
  return frames.update(writer.done());
}
