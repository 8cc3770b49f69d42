import { FRAME } from '@hemicycle/contracts';
import { ByteReader, MalformedError } from './ByteReader';
import { SYNC } from './SYNC';

/** A frame as either side receives it. Byte fields are views into the frame. */
export type Frame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'queryAwareness' }
  | { kind: 'durable'; count: number }
  | { kind: 'notice'; json: string }
  | { kind: 'unknown'; type: number };

/** @throws MalformedError when the frame's own structure is wrong; what is inside updates is not looked at. */
export function readFrame(bytes: Uint8Array): Frame {
  const reader = new ByteReader(bytes);
  const type = reader.varUint();
  switch (type) {
    case FRAME.sync:
      return readSync(reader);
    case FRAME.awareness:
      return { kind: 'awareness', update: reader.varBytes() };
    case FRAME.queryAwareness:
      return { kind: 'queryAwareness' };
    case FRAME.durable:
      return { kind: 'durable', count: reader.varUint() };
    case FRAME.notice:
      return { kind: 'notice', json: new TextDecoder().decode(reader.varBytes()) };
    default:
      return { kind: 'unknown', type };
  }
}

function readSync(reader: ByteReader): Frame {
  const kind = reader.varUint();
  const bytes = reader.varBytes();
  if (kind === SYNC.step1) return { kind: 'step1', stateVector: bytes };
  if (kind === SYNC.step2) return { kind: 'step2', update: bytes };
  if (kind === SYNC.update) return { kind: 'update', update: bytes };
  throw new MalformedError(`sync message ${kind}`);
}

/** Whether a frame a client sends carries edits, and so counts for the durable acknowledgement. */
export function carriesEdits(bytes: Uint8Array): boolean {
  return bytes[0] === FRAME.sync && (bytes[1] === SYNC.step2 || bytes[1] === SYNC.update);
}
