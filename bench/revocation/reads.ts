import { setTimeout as delay } from 'node:timers/promises';
import type { TestPerson } from '@hemicycle/testing';
import type { HouseNode } from './openHouse';
import type { Scene } from './openScene';

/** What is asked again and again until it is refused. */
export type ReadDoor = 'api' | 'page' | 'page data';

/**
 * Between two rounds of a person's. Pages are drawn on the core that everything else of a node runs on, and take a
 * hundred times what an answer of the API does: asked more often, they would measure their own queue. Milliseconds.
 */
const EVERY: Readonly<Record<ReadDoor, number>> = { api: 100, page: 500, 'page data': 500 };

interface Read {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

function readsOf({ space, documentId }: Scene, door: ReadDoor): readonly Read[] {
  if (door === 'api') {
    const { id, channelId, roomId } = space;
    return [
      `spaces/${id}`,
      `documents/${documentId}`,
      `channels/${channelId}/messages`,
      `rooms/${roomId}`,
    ].map((path) => ({ path: `/api/v1/${path}`, headers: {} }));
  }
  const paths = [`/spaces/${space.id}`, `/documents/${documentId}`, `/rooms/${space.roomId}`];
  if (door === 'page') return paths.map((path) => ({ path, headers: {} }));
  // Without the parameter Next answers with a redirect, which tells nobody anything.
  return paths.map((path) => ({ path: `${path}?_rsc=`, headers: { RSC: '1' } }));
}

/** Whether any of a door's answers still tells of the space. */
export async function isOpen(
  scene: Scene,
  node: HouseNode,
  { cookie }: TestPerson,
  door: ReadDoor,
): Promise<boolean> {
  for (const { path, headers } of readsOf(scene, door)) {
    if (await tells(scene, node, cookie, { path, headers })) return true;
  }
  return false;
}

/** @throws when one of a door's answers does not tell of the space: that it falls silent would then mean nothing */
export async function requireOpen(scene: Scene, node: HouseNode, person: TestPerson, door: ReadDoor) {
  for (const read of readsOf(scene, door)) {
    if (!(await tells(scene, node, person.cookie, read))) {
      throw new Error(`${read.path} (${door}) told ${person.name} nothing while it should`);
    }
  }
}

/** Resolves with the moment by which the door was found shut. Rejects when it stays open for `patience` ms. */
export async function shutBy(
  scene: Scene,
  node: HouseNode,
  person: TestPerson,
  door: ReadDoor,
  patience: number,
): Promise<number> {
  const end = performance.now() + patience;
  while (await isOpen(scene, node, person, door)) {
    if (performance.now() > end) throw new Error(`${door} still told ${person.name} after ${patience} ms`);
    await delay(EVERY[door]);
  }
  return performance.now();
}

async function tells(
  scene: Scene,
  node: HouseNode,
  cookie: string,
  { path, headers }: Read,
): Promise<boolean> {
  const { status, text } = await node.ask(cookie, path, { headers });
  if (status >= 500) throw new Error(`${path} was answered with ${status}`);
  // A room's answer holds no name: that it is answered is what it tells.
  return text.includes(scene.secret) || (path.startsWith('/api/') && status < 300);
}
