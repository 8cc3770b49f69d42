import { type DocumentNotice, FRAME } from '@hemicycle/contracts';
import { ByteWriter } from './ByteWriter';
import { SYNC } from './SYNC';

const sync = (kind: number, bytes: Uint8Array): Uint8Array =>
  new ByteWriter(bytes.length + 12).varUint(FRAME.sync).varUint(kind).varBytes(bytes).done();

/** Builders of whole frames, as bytes of one WebSocket message. */
export const frames = {
  syncStep1: (stateVector: Uint8Array): Uint8Array => sync(SYNC.step1, stateVector),
  syncStep2: (update: Uint8Array): Uint8Array => sync(SYNC.step2, update),
  update: (update: Uint8Array): Uint8Array => sync(SYNC.update, update),
  awareness: (update: Uint8Array): Uint8Array =>
    new ByteWriter(update.length + 12).varUint(FRAME.awareness).varBytes(update).done(),
  durable: (count: number): Uint8Array => new ByteWriter(12).varUint(FRAME.durable).varUint(count).done(),
  notice: (notice: DocumentNotice): Uint8Array =>
    new ByteWriter(256).varUint(FRAME.notice).varString(JSON.stringify(notice)).done(),
} as const;

/** An update that holds nothing: no structs, no deletions. */
export const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0]);
