import { enterCall, hangUp } from '../../packages/api/src/testing/enterCall';
import { type Attendee, connectDocument, connectEvents, hear, passOf, ticketOf } from './Attendee';
import type { CallWatch } from './CallWatch';
import { Refused } from './openScene';
import { isOpen } from './reads';
import type { Watch } from './Watch';

/** What a socket or call that should end is given. Milliseconds. */
const PATIENCE = 10_000;

/**
 * Tries every way back: tickets from before, a new one, a new pass to the call, pages and API, the old media token.
 * @returns how long the old media token let them in, in milliseconds; null: not at all
 * @throws when one of them leads back
 */
export async function comeBack(
  { scene, way, pulse, call, witness }: Watch,
  { person, node, mediaToken }: Attendee,
  spare: { document: string; events: string },
): Promise<number | null> {
  const document = await connectDocument(scene, node, spare.document);
  await document.closed(PATIENCE);
  if (document.frames.length > 0) throw new Error(`${way.name}: an old ticket led to the document`);

  const events = await connectEvents(scene, node, spare.events);
  const heard = new Set<string>();
  hear(events, heard);
  if (way.signsOut) await events.closed(PATIENCE);
  else await pulse.more(2);
  if ([...heard].some((id) => witness.heard.has(id))) {
    throw new Error(`${way.name}: an old ticket led to the space's events`);
  }
  events.webSocket.terminate();

  const refused = way.signsOut ? 401 : 404;
  for (const again of [() => ticketOf(scene, node, person, 'document'), () => passOf(scene, node, person)]) {
    const status = await again().then(
      () => 200,
      (error: unknown) => (error instanceof Refused ? error.status : Promise.reject(error)),
    );
    if (status !== refused) throw new Error(`${way.name}: coming again was answered with ${status}`);
  }
  // Pages read through the API.
  if (await isOpen(scene, node, person, 'api')) throw new Error(`${way.name}: the API opened again`);
  return timeInside(call, node.socketOrigin, { userId: person.id, token: mediaToken });
}

/** LiveKit knows nothing of rights and takes a token until it expires, minutes: who comes by one is put out again. */
async function timeInside(
  call: CallWatch,
  url: string,
  { userId, token }: { userId: string; token: string },
): Promise<number | null> {
  const bot = await enterCall(url, token).catch(() => null);
  if (bot === null) return null;
  const entered = performance.now();
  const gone = await call.goneBy(userId, PATIENCE);
  await hangUp(bot);
  return Math.max(0, gone - entered);
}
