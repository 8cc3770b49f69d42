import { ByteReader, MalformedError } from './ByteReader';
import { ByteWriter } from './ByteWriter';

/** For each client id, how many of its clock ticks are known without a gap. */
export type StateVector = Map<number, number>;

/** Against a state vector made to fill memory: more writers than any document ever had. */
const MOST_CLIENTS = 1_000_000;

/** @throws MalformedError */
export function readStateVector(bytes: Uint8Array): StateVector {
  const reader = new ByteReader(bytes);
  const count = reader.varUint();
  if (count > MOST_CLIENTS) throw new MalformedError('too many clients');
  const vector: StateVector = new Map();
  for (let i = 0; i < count; i++) vector.set(reader.varUint(), reader.varUint());
  return vector;
}

export function writeStateVector(vector: StateVector): Uint8Array {
  const writer = new ByteWriter(8 + vector.size * 10).varUint(vector.size);
  for (const [client, clock] of vector) writer.varUint(client).varUint(clock);
  return writer.done();
}
