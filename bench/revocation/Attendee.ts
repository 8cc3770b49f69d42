import { LiveEvent, RoomPass, Ticket } from '@hemicycle/contracts';
import { type TestPerson, until } from '@hemicycle/testing';
import { openSocket, type TestSocket } from '../../apps/realtime/src/testing/openSocket';
import { type CallBot, enterCall, hangUp, leaving } from '../../packages/api/src/testing/enterCall';
import type { HouseNode } from './openHouse';
import type { Scene } from './openScene';

/** What opening something may take on a busy machine. Milliseconds. */
const PATIENCE = 20_000;

/** Somebody with everything of a space open on one node: the document, live events, the call. */
export class Attendee {
  readonly person: TestPerson;
  readonly node: HouseNode;
  readonly document: TestSocket;
  readonly events: TestSocket;
  readonly bot: CallBot;
  /** Of the call: it may be tried again. */
  readonly mediaToken: string;
  /** Messages of the space that were heard of. */
  readonly heard = new Set<string>();
  /** When each ended, by `performance.now()`. */
  readonly ended: { document: number | null; events: number | null; call: number | null };
  readonly #scene: Scene;

  private constructor(
    scene: Scene,
    node: HouseNode,
    person: TestPerson,
    open: { document: TestSocket; events: TestSocket; bot: CallBot; mediaToken: string },
  ) {
    this.#scene = scene;
    this.node = node;
    this.person = person;
    this.document = open.document;
    this.events = open.events;
    this.bot = open.bot;
    this.mediaToken = open.mediaToken;
    this.ended = { document: null, events: null, call: null };
    open.document.webSocket.once('close', () => {
      this.ended.document = performance.now();
    });
    open.events.webSocket.once('close', () => {
      this.ended.events = performance.now();
    });
    void leaving(open.bot).then(() => {
      this.ended.call = performance.now();
    });
    hear(open.events, this.heard);
  }

  /** Opens everything, and waits until it is. */
  static async enter(scene: Scene, node: HouseNode, person: TestPerson): Promise<Attendee> {
    const document = await connectDocument(scene, node, await ticketOf(scene, node, person, 'document'));
    const events = await connectEvents(scene, node, await ticketOf(scene, node, person, 'events'));
    const mediaToken = await passOf(scene, node, person);
    const bot = await enterCall(node.socketOrigin, mediaToken);
    const attendee = new Attendee(scene, node, person, { document, events, bot, mediaToken });
    await until(() => document.frames.length > 0 && events.texts.length > 0, 'admitted', PATIENCE);
    return attendee;
  }

  /** What would let them in once more: tickets from before. */
  async spareTickets(): Promise<{ document: string; events: string }> {
    return {
      document: await ticketOf(this.#scene, this.node, this.person, 'document'),
      events: await ticketOf(this.#scene, this.node, this.person, 'events'),
    };
  }

  async leave(): Promise<void> {
    this.document.webSocket.terminate();
    this.events.webSocket.terminate();
    await hangUp(this.bot);
  }
}

export async function ticketOf(
  { call, documentId }: Scene,
  node: HouseNode,
  person: TestPerson,
  purpose: 'document' | 'events',
): Promise<string> {
  const body = purpose === 'document' ? { purpose, documentId } : { purpose };
  return Ticket.parse(await call(node, person, 'POST /tickets', body)).ticket;
}

export async function passOf({ call, space }: Scene, node: HouseNode, person: TestPerson): Promise<string> {
  const deviceId = person.id.replaceAll('-', '').slice(-16);
  return RoomPass.parse(await call(node, person, `POST /rooms/${space.roomId}/join`, { deviceId })).token;
}

export const connectDocument = ({ house, documentId }: Scene, node: HouseNode, ticket: string) =>
  openSocket(`${node.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`, {
    origin: house.origin,
  });

export const connectEvents = ({ house }: Scene, node: HouseNode, ticket: string) =>
  openSocket(`${node.socketOrigin}/realtime/events?ticket=${ticket}`, { origin: house.origin });

/** Adds the messages an events socket tells of. */
export function hear(events: TestSocket, heard: Set<string>): void {
  events.webSocket.on('message', (data: Buffer) => {
    const { data: event } = LiveEvent.safeParse(JSON.parse(data.toString()).event);
    if (event?.type === 'message.posted') heard.add(event.messageId);
  });
}
