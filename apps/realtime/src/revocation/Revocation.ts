import type { BusRecord } from '@hemicycle/bus';
import { CLOSE } from '@hemicycle/contracts';
import type { SocketStanding } from '@hemicycle/core';
import type { Logger } from '@hemicycle/observability';
import type { Gate, SocketOwner } from '../authentication/gate';
import { judge } from '../authentication/judge';
import type { DocumentConnection } from '../documents/DocumentConnection';
import type { Rooms } from '../documents/Rooms';
import type { EventsConnection } from '../events/EventsConnection';
import type { EventsHub } from '../events/EventsHub';

/** Against one query with too many rows. Sockets. */
const ASKED_TOGETHER = 500;

/**
 * Closes what lost its right. Driven by events (at once) and by time (expiry, and whatever an event did not say): both
 * ask the same question, as admission did. A changed role closes the socket too: the editor comes back as what it now
 * is, and knows it, instead of having its edits dropped in silence.
 */
export class Revocation {
  readonly #gate: Gate;
  readonly #rooms: Rooms;
  readonly #hub: EventsHub;
  readonly #log: Logger;
  #rechecking = false;
  #heard = 0;

  constructor(parts: { gate: Gate; rooms: Rooms; hub: EventsHub; log: Logger }) {
    this.#gate = parts.gate;
    this.#rooms = parts.rooms;
    this.#hub = parts.hub;
    this.#log = parts.log;
  }

  /** Rises with all that may end a right. Who was asked about before and let in after it has to be asked about again. */
  get heard(): number {
    return this.#heard;
  }

  hear({ event }: BusRecord): void {
    switch (event.type) {
      case 'session.ended':
        this.#heard++;
        for (const connection of [...this.#rooms.connections()]) {
          if (connection.admission.actor.sessionId === event.sessionId) connection.close(CLOSE.signedOut);
        }
        this.#hub.closeWhere((actor) => actor.sessionId === event.sessionId, CLOSE.signedOut);
        return;
      case 'access.changed':
        this.#heard++;
        void this.#recheckSome(({ user }) => event.userId === null || user.id === event.userId);
        return;
      case 'document.changed':
        if (event.change === 'trashed' || event.change === 'moved' || event.change === 'restored') {
          // Documents below it went along, and moving changes what is inherited.
          this.#heard++;
          void this.#recheckSome((connection) => connection.admission.spaceId === event.spaceId);
        }
        return;
      default:
        return;
    }
  }

  /** One person's sockets, of both kinds. */
  async recheckPerson(userId: string): Promise<void> {
    await this.#trying(async () => {
      await this.#recheck(this.#documentSockets(({ user }) => user.id === userId));
      await this.#recheckHub([...this.#hub.connections()].filter(({ actor }) => actor.userId === userId));
    });
  }

  /** Timed: everybody. Skipped while the one before is still running. */
  async recheckAll(): Promise<void> {
    if (this.#rechecking) return;
    this.#rechecking = true;
    try {
      await this.#recheck([...this.#rooms.connections()]);
      await this.#recheckHub([...this.#hub.connections()]);
      await this.#hub.recheck();
    } catch (err) {
      this.#log.warn({ err }, 'rights could not be re-checked');
    } finally {
      this.#rechecking = false;
    }
  }

  #documentSockets(matches: (connection: DocumentConnection) => boolean): DocumentConnection[] {
    return [...this.#rooms.connections()].filter(matches);
  }

  async #recheckSome(matches: (connection: DocumentConnection) => boolean): Promise<void> {
    await this.#trying(() => this.#recheck(this.#documentSockets(matches)));
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.#log.warn({ err }, 'rights could not be read; the timed re-check follows');
    }
  }

  async #recheck(connections: readonly DocumentConnection[]): Promise<void> {
    await this.#ask(
      connections.map((connection) => ({ owner: connection.admission, connection })),
      ({ connection }, standing) => {
        const judgement = judge(connection.admission, standing);
        if (!judgement.admitted) connection.close(judgement.code, 'access ended');
        else if (judgement.writes !== connection.writes)
          connection.close(CLOSE.accessChanged, 'role changed');
        else if (standing?.document?.epoch !== connection.admission.epoch) connection.close(CLOSE.staleEpoch);
      },
    );
  }

  async #recheckHub(connections: readonly EventsConnection[]): Promise<void> {
    await this.#ask(
      connections.map((connection) => ({ owner: { actor: connection.actor, documentId: null }, connection })),
      ({ connection, owner }, standing) => {
        const judgement = judge(owner, standing);
        if (!judgement.admitted) connection.close(judgement.code, 'access ended');
      },
    );
  }

  async #ask<T extends { owner: SocketOwner }>(
    items: readonly T[],
    decide: (item: T, standing: SocketStanding | null) => void,
  ): Promise<void> {
    for (let i = 0; i < items.length; i += ASKED_TOGETHER) {
      const some = items.slice(i, i + ASKED_TOGETHER);
      const standings = await this.#gate.standings(some.map((item) => item.owner));
      some.forEach((item, index) => {
        decide(item, standings[index] ?? null);
      });
    }
  }
}
