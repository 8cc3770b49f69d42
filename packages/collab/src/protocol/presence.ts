import { ByteReader, MalformedError } from './ByteReader';
import { ByteWriter } from './ByteWriter';

/** One person's presence as it travels: `json` is "null" when they left. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string;
}

/** Against a presence frame made to keep us busy: a plain client re-sends everyone it sees, so some hundreds are honest. */
const MOST_ENTRIES = 10_000;

/**
 * The entry of `clientId`, or the only entry when `clientId` is null; undefined when there is no such entry. Other
 * people's entries are skipped over unread: plain y-websocket clients re-send them.
 * @throws MalformedError
 */
export function findPresence(update: Uint8Array, clientId: number | null): PresenceEntry | undefined {
  const reader = new ByteReader(update);
  const count = reader.varUint();
  if (count > MOST_ENTRIES) throw new MalformedError('too many presence entries');
  if (clientId === null && count !== 1) return undefined;
  for (let i = 0; i < count; i++) {
    const id = reader.varUint();
    const clock = reader.varUint();
    const state = reader.varBytes();
    if (clientId === null || id === clientId) {
      return { clientId: id, clock, json: new TextDecoder().decode(state) };
    }
  }
  return undefined;
}

/**
 * All entries.
 * @throws MalformedError
 */
export function readPresence(update: Uint8Array): PresenceEntry[] {
  const reader = new ByteReader(update);
  const count = reader.varUint();
  if (count > MOST_ENTRIES) throw new MalformedError('too many presence entries');
  const entries: PresenceEntry[] = [];
  for (let i = 0; i < count; i++) {
    const clientId = reader.varUint();
    const clock = reader.varUint();
    entries.push({ clientId, clock, json: new TextDecoder().decode(reader.varBytes()) });
  }
  return entries;
}

/** An awareness update as y-protocols reads it. */
export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const writer = new ByteWriter(16 + entries.length * 200).varUint(entries.length);
  for (const entry of entries) writer.varUint(entry.clientId).varUint(entry.clock).varString(entry.json);
  return writer.done();
}
