import { type TestPerson, until } from '@hemicycle/testing';
import { openSocket, type TestSocket } from '../../apps/realtime/src/testing/openSocket';
import type { ServerProcess } from '../../apps/realtime/src/testing/startServerProcess';
import type { Scene, Way } from './way';

export interface Sample {
  /** From the request to the close frame: more than what passed since the commit. Milliseconds. */
  readonly sinceRequest: number;
  /** From the API's answer, which follows the commit; 0 when the socket was closed before it. Milliseconds. */
  readonly sinceAnswer: number;
}

/** People who are connected at the same time; each loses access while the others stay. */
const TOGETHER = 50;
/** What a socket that should be closed is given before it counts as open. Milliseconds. */
const PATIENCE = 10_000;

/** `times` people lose access one after the other, each with a socket open on `node`. @throws when a door stays open */
export async function measure(scene: Scene, way: Way, node: ServerProcess, times: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let done = 0; done < times; done += TOGETHER) {
    const sockets = [];
    for (let index = done; index < Math.min(times, done + TOGETHER); index++) {
      const person = await way.person(scene, index);
      sockets.push({ person, socket: await openDocument(scene, node, person) });
    }
    for (const { person, socket } of sockets) samples.push(await lose(scene, way, node, person, socket));
  }
  return samples;
}

async function lose(
  scene: Scene,
  way: Way,
  node: ServerProcess,
  person: TestPerson,
  socket: TestSocket,
): Promise<Sample> {
  const spare = await ticketOf(scene, person);
  const closed = closeOf(socket);
  const begun = performance.now();
  await way.take(scene, person);
  const answered = performance.now();
  const { code, at } = await closed;
  if (code !== way.closed) throw new Error(`closed with ${code} instead of ${way.closed}`);
  const back = await closeOf(await connect(scene, node, spare));
  if (back.code !== way.refused) throw new Error(`refused with ${back.code} instead of ${way.refused}`);
  const status = await ticketOf(scene, person).then(
    () => 201,
    (error: unknown) => (error instanceof Refused ? error.status : Promise.reject(error)),
  );
  if (status !== way.ticketStatus) throw new Error(`a ticket was answered with ${status}`);
  return { sinceRequest: at - begun, sinceAnswer: Math.max(0, at - answered) };
}

/** An answer of the API other than 2xx. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, text: string) {
    super(`the API answered ${status}: ${text.slice(0, 200)}`);
    this.status = status;
  }
}

async function ticketOf({ call, documentId }: Scene, person: TestPerson): Promise<string> {
  const answer = await call(person, 'POST', '/tickets', { purpose: 'document', documentId });
  return (answer as { ticket: string }).ticket;
}

function connect({ documentId }: Scene, node: ServerProcess, ticket: string): Promise<TestSocket> {
  return openSocket(`${node.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`);
}

/** Resolves when the document's first frame has come: the socket is admitted. */
export async function openDocument(
  scene: Scene,
  node: ServerProcess,
  person: TestPerson,
): Promise<TestSocket> {
  const socket = await connect(scene, node, await ticketOf(scene, person));
  await until(() => socket.frames.length > 0, 'admitted', PATIENCE);
  return socket;
}

function closeOf(socket: TestSocket): Promise<{ code: number; at: number }> {
  return new Promise((resolve, reject) => {
    const closed = (code: number): void => {
      clearTimeout(timer);
      resolve({ code, at: performance.now() });
    };
    const timer = setTimeout(() => reject(new Error(`still open after ${PATIENCE} ms`)), PATIENCE);
    const known = socket.code();
    if (known !== null) closed(known);
    else socket.webSocket.once('close', closed);
  });
}
