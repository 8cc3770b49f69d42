import { MalformedError, type PresenceEntry, readPresence, writePresence } from '@hemicycle/collab/protocol';

/** What nodes tell each other about presence. `rooms` are ids of documents. */
export type PeerMessage = { readonly from: string } & (
  | {
      /** "I have these open"; with `ask`, whoever has one of them open too says so. Also the sign of life. */
      readonly kind: 'open';
      readonly ask: boolean;
      readonly rooms: readonly string[];
    }
  | { readonly kind: 'closed'; readonly rooms: readonly string[] }
  | { readonly kind: 'states'; readonly states: readonly { room: string; entries: PresenceEntry[] }[] }
  | { readonly kind: 'bye' }
);

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MESSAGE = new RegExp(`^(ask|open|closed|states|bye)\\|(${UUID})\\|(.*)$`);
const ROOM = new RegExp(`^${UUID}$`);
const STATE = new RegExp(`^(${UUID}):([A-Za-z0-9+/=]+)$`);

/**
 * Payloads of one kind: `<kind>|<node>|<part>,<part>…`, as many as the parts need. A part that fits into none is left
 * out; without parts there is one empty payload.
 * @param most bytes of one payload; all text here is ASCII
 */
export function writePeerMessages(
  kind: 'ask' | 'open' | 'closed' | 'states' | 'bye',
  from: string,
  parts: readonly string[],
  most: number,
): string[] {
  const head = `${kind}|${from}|`;
  const payloads: string[] = [];
  let payload = head;
  for (const part of parts) {
    if (head.length + part.length > most) continue;
    const joined = payload === head ? `${head}${part}` : `${payload},${part}`;
    if (joined.length <= most) payload = joined;
    else {
      payloads.push(payload);
      payload = `${head}${part}`;
    }
  }
  return [...payloads, payload];
}

/** One person's state as a part of `states`. */
export const statePart = (room: string, entry: PresenceEntry): string =>
  `${room}:${Buffer.from(writePresence([entry])).toString('base64')}`;

/** Null when it is not a message of ours: a newer version may speak otherwise during a rolling update. */
export function readPeerMessage(payload: string): PeerMessage | null {
  const match = MESSAGE.exec(payload);
  const [, kind, from, rest] = match ?? [];
  if (kind === undefined || from === undefined || rest === undefined) return null;
  const parts = rest === '' ? [] : rest.split(',');
  switch (kind) {
    case 'ask':
    case 'open':
      return { kind: 'open', from, ask: kind === 'ask', rooms: parts.filter((part) => ROOM.test(part)) };
    case 'closed':
      return { kind, from, rooms: parts.filter((part) => ROOM.test(part)) };
    case 'states':
      return { kind, from, states: parts.flatMap(readState) };
    case 'bye':
      return { kind, from };
    default:
      return null;
  }
}

function readState(part: string): { room: string; entries: PresenceEntry[] }[] {
  const [, room, bytes] = STATE.exec(part) ?? [];
  if (room === undefined || bytes === undefined) return [];
  try {
    return [{ room, entries: readPresence(Buffer.from(bytes, 'base64')) }];
  } catch (error) {
    if (error instanceof MalformedError) return [];
    throw error;
  }
}
