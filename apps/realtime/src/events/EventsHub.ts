import type { BusRecord } from '@hemicycle/bus';
import { CLOSE, type CloseCode, type EventsFrame } from '@hemicycle/contracts';
import type { Logger } from '@hemicycle/observability';
import type { WebSocket } from 'ws';
import type { AccountActor, Gate } from '../authentication/gate';
import type { RealtimeLimits } from '../limits/limits';
import type { RealtimeMetrics } from '../metrics';
import { EventsConnection } from './EventsConnection';

/** Against one query with too many people. */
const ASKED_TOGETHER = 500;
/** A browser sends nothing here; against one that does. Frames until it is closed. */
const MOST_INBOUND = 20;

interface Refresh {
  /** Before what was held back is delivered. */
  readonly first?: () => void;
  /** A browser whose spaces are not what they were is told to read anew: no event of its own does. */
  readonly tells?: boolean;
}

/**
 * Live events for browsers. A record goes to who may read its topic at that moment: when rights change, the person's
 * connections hold everything back until their spaces were read anew. When in doubt a browser is told to read anew
 * (`reset`): events are hints, the API is the truth.
 */
export class EventsHub {
  readonly #gate: Gate;
  readonly #limits: RealtimeLimits;
  readonly #metrics: RealtimeMetrics;
  readonly #log: Logger;
  readonly #people = new Map<string, Set<EventsConnection>>();

  constructor(gate: Gate, limits: RealtimeLimits, metrics: RealtimeMetrics, log: Logger) {
    this.#gate = gate;
    this.#limits = limits;
    this.#metrics = metrics;
    this.#log = log;
  }

  *connections(): Iterable<EventsConnection> {
    for (const connections of this.#people.values()) yield* connections;
  }

  serve(webSocket: WebSocket, actor: AccountActor): void {
    const connection = new EventsConnection(webSocket, actor, this.#limits, this.#metrics);
    const others = this.#people.get(actor.userId);
    if (others) others.add(connection);
    else this.#people.set(actor.userId, new Set([connection]));
    let inbound = 0;
    webSocket.on('message', () => {
      if (++inbound > MOST_INBOUND) connection.close(CLOSE.flood);
    });
    webSocket.on('close', () => this.#leave(connection));
    webSocket.resume();
    this.#refresh([connection], { first: () => connection.send({ kind: 'hello' }) });
  }

  #leave(connection: EventsConnection): void {
    connection.closed = true;
    const { userId } = connection.actor;
    const mine = this.#people.get(userId);
    mine?.delete(connection);
    if (mine?.size === 0) this.#people.delete(userId);
  }

  deliver({ topic, event }: BusRecord): void {
    if (event.type === 'access.changed') {
      if (event.userId === null) this.#refreshEverybody();
      else this.#refreshPerson(event.userId);
    }
    if (topic === 'servers') return;
    const frame: EventsFrame = { kind: 'event', event };
    const text = JSON.stringify(frame);
    const target = topic.slice(topic.indexOf(':') + 1);
    if (topic.startsWith('user:')) {
      for (const connection of this.#people.get(target) ?? []) connection.deliver(null, text);
    } else {
      for (const connection of this.connections()) connection.deliver(target, text);
    }
  }

  /** Everyone reads anew. */
  resetAll(): void {
    for (const connection of this.connections()) connection.send({ kind: 'reset' });
  }

  #refreshPerson(userId: string): void {
    const mine = [...(this.#people.get(userId) ?? [])];
    if (mine.length > 0) this.#refresh(mine);
  }

  /** More people than were named may have lost a right: nobody hears of a space before theirs were read anew. */
  #refreshEverybody(): void {
    for (const people of this.#askedTogether()) this.#refresh(people, { tells: true });
  }

  /** Timed: grants expire without an event. Holds nothing back, since nobody was told that something changed. */
  async recheck(): Promise<void> {
    for (const people of this.#askedTogether()) {
      const versions = people.map((connection) => connection.version);
      const readable = await this.#gate.readableSpaces(people.map((connection) => connection.actor));
      people.forEach((connection, index) => {
        if (connection.version !== versions[index]) return; // a refresh came between and knows better
        connection.setSpaces(readable.get(connection.actor.userId) ?? new Set());
      });
    }
  }

  /** All connections, those of so many people at a time. */
  #askedTogether(): EventsConnection[][] {
    const people = [...this.#people.values()];
    const parts: EventsConnection[][] = [];
    for (let index = 0; index < people.length; index += ASKED_TOGETHER) {
      parts.push(people.slice(index, index + ASKED_TOGETHER).flatMap((mine) => [...mine]));
    }
    return parts;
  }

  closeWhere(matches: (actor: AccountActor) => boolean, code: CloseCode): void {
    for (const connection of [...this.connections()]) if (matches(connection.actor)) connection.close(code);
  }

  #refresh(connections: readonly EventsConnection[], { first, tells = false }: Refresh = {}): void {
    const versions = connections.map((connection) => connection.hold());
    this.#gate.readableSpaces(connections.map((connection) => connection.actor)).then(
      (readable) => {
        first?.();
        connections.forEach((connection, index) => {
          const spaces = readable.get(connection.actor.userId) ?? new Set<string>();
          connection.release(versions[index] as number, spaces, tells);
        });
      },
      (err: unknown) => {
        this.#log.warn({ err, sockets: connections.length }, 'rights could not be read, sockets closed');
        for (const connection of connections) connection.close(CLOSE.resync);
      },
    );
  }
}
