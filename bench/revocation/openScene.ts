import type { TestPerson, TestSpace } from '@hemicycle/testing';
import type { House, HouseNode } from './openHouse';

/** A space with a conversation, a document and a call, which people lose. */
export interface Scene {
  readonly house: House;
  readonly space: TestSpace;
  /** Keeps the conversation going. */
  readonly speaker: TestPerson;
  readonly documentId: string;
  /** In its names and in everything that is said: where it shows up, somebody sees the space. */
  readonly secret: string;
  /**
   * A request to the API at `node`.
   * @throws Refused
   */
  call(node: HouseNode, person: TestPerson, request: string, body?: unknown): Promise<unknown>;
}

/** An answer of the API other than 2xx. */
export class Refused extends Error {
  readonly status: number;

  constructor(request: string, status: number, text: string) {
    super(`${request} was answered with ${status}: ${text.slice(0, 200)}`);
    this.status = status;
  }
}

export async function openScene(house: House, secret: string): Promise<Scene> {
  const { world, owner } = house;
  const speaker = await world.person(`Speaker of ${secret}`);
  const space = await world.space(owner, `Space ${secret}`, [[speaker, 'editor']]);
  const documentId = await world.document(owner, space.id, `Document ${secret}`);
  await world.message(owner, space.channelId, `Message ${secret}`);
  return {
    house,
    space,
    speaker,
    documentId,
    secret,
    async call(node, person, request, body) {
      const [method = 'GET', path = ''] = request.split(' ');
      const { status, text } = await node.ask(person.cookie, `/api/v1${path}`, {
        method,
        ...(body !== undefined && { body }),
      });
      if (status >= 300) throw new Refused(request, status, text);
      return text === '' ? null : JSON.parse(text);
    },
  };
}
