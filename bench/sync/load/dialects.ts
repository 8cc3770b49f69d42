import { ByteWriter, EMPTY_UPDATE, frames } from '@hemicycle/collab/protocol';
import type { Address } from '../servers/address';

type Spoken = Pick<Address, 'dialect' | 'document'>;

/** Message kinds beside y-websocket's; see `@hocuspocus/server`, `MessageType`. */
export const KIND = { sync: 0, awareness: 1, auth: 2, syncReply: 4, durable: 102 } as const;
const AUTH_TOKEN = 0;

/** The payload as this server wants it. */
export function inDialect(address: Spoken, payload: Uint8Array): Uint8Array {
  if (address.dialect !== 'hocuspocus') return payload;
  return new ByteWriter(payload.length + address.document.length + 4)
    .varString(address.document)
    .raw(payload)
    .done();
}

/** How many bytes stand before the Yjs part of every message from this server. Names are ASCII and short. */
export const prefixLength = ({ dialect, document }: Spoken): number =>
  dialect === 'hocuspocus' ? 1 + document.length : 0;

const EVERYTHING = new Uint8Array([0]);

/** What a client says first; null when it just listens. */
export function greeting(address: Spoken): Uint8Array | null {
  if (address.dialect === 'relay') return null;
  if (address.dialect === 'yjs') return frames.syncStep1(EVERYTHING);
  const token = new ByteWriter(16).varUint(KIND.auth).varUint(AUTH_TOKEN).varString('bench').done();
  return inDialect(address, token);
}

/** Asks for the whole document. */
export const askForAll = (address: Spoken): Uint8Array => inDialect(address, frames.syncStep1(EVERYTHING));

/** Answers the server's own question with: nothing. */
export const haveNothing = (address: Spoken): Uint8Array =>
  inDialect(address, frames.syncStep2(EMPTY_UPDATE));
