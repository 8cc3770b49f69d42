import { CLOSE, type CloseCode } from '@hemicycle/contracts';
import type { AccountActor, Admission, Gate } from './gate';
import { judge } from './judge';

/** What a socket asked for, from its address. */
export type SocketRequest =
  | { readonly kind: 'events'; readonly ticket: string }
  | {
      readonly kind: 'document';
      readonly ticket: string;
      readonly documentId: string;
      readonly epoch: number | null;
    };

export type Refused = { readonly refused: CloseCode };

const PATH =
  /^\/realtime\/(?:events|documents\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))$/i;
/** Longer is no ticket of ours. Characters. */
const LONGEST_TICKET = 200;

/** Null when the address is none of ours. */
export function readSocketRequest(url: string): SocketRequest | null {
  // A target like `//` is no address at all: reading it would throw, and end the process.
  if (!URL.canParse(url, 'http://localhost')) return null;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const match = PATH.exec(pathname);
  if (!match) return null;
  const ticket = (searchParams.get('ticket') ?? '').slice(0, LONGEST_TICKET);
  if (match[1] === undefined) return { kind: 'events', ticket };
  const epoch = searchParams.get('epoch');
  return {
    kind: 'document',
    ticket,
    documentId: match[1].toLowerCase(),
    epoch: epoch !== null && /^\d{1,9}$/.test(epoch) ? Number(epoch) : null,
  };
}

/** Takes the ticket; it is gone afterwards, whatever comes of it. */
async function actorOfTicket(gate: Gate, request: SocketRequest): Promise<AccountActor | Refused> {
  const taken = request.ticket === '' ? null : await gate.takeTicket(request.ticket);
  if (taken?.actor.kind !== 'account') return { refused: CLOSE.ticketRefused };
  const documentId = request.kind === 'document' ? request.documentId : null;
  if (taken.purpose !== request.kind || taken.documentId !== documentId)
    return { refused: CLOSE.ticketRefused };
  return taken.actor;
}

/** Who opens an events socket. Rejects when the database cannot be asked. */
export async function admitToEvents(gate: Gate, request: SocketRequest): Promise<AccountActor | Refused> {
  const actor = await actorOfTicket(gate, request);
  if ('refused' in actor) return actor;
  const [standing] = await gate.standings([{ actor, documentId: null }]);
  const judgement = judge({ actor, documentId: null }, standing ?? null);
  return judgement.admitted ? actor : { refused: judgement.code };
}

/** Who opens a document, and as what. Rejects when the database cannot be asked. */
export async function admitToDocument(
  gate: Gate,
  request: Extract<SocketRequest, { kind: 'document' }>,
): Promise<Admission | Refused> {
  const actor = await actorOfTicket(gate, request);
  if ('refused' in actor) return actor;
  const owner = { actor, documentId: request.documentId };
  const [standing = null] = await gate.standings([owner]);
  const judgement = judge(owner, standing);
  const document = standing?.document;
  if (!judgement.admitted) {
    // Who holds no grant at all is not told that the document exists.
    const hidden = judgement.code === CLOSE.forbidden && document?.state.role === null;
    return { refused: hidden ? CLOSE.notFound : judgement.code };
  }
  if (!document) return { refused: CLOSE.notFound };
  if (request.epoch !== null && request.epoch !== document.epoch) return { refused: CLOSE.staleEpoch };
  const { spaceId, epoch } = document;
  return { ...owner, user: judgement.standing.user, spaceId, epoch, writes: judgement.writes };
}
