export { ByteReader, MalformedError } from './ByteReader';
export { ByteWriter } from './ByteWriter';
export { EMPTY_UPDATE, frames } from './frames';
export { findPresence, type PresenceEntry, readPresence, writePresence } from './presence';
export { carriesEdits, type Frame, readFrame } from './readFrame';
export { SYNC } from './SYNC';
export { readStateVector, type StateVector, writeStateVector } from './stateVector';
export { UnconfirmedBytes } from './UnconfirmedBytes';
