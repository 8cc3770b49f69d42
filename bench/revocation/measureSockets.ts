import { until } from '@hemicycle/testing';
import { connectDocument, ticketOf } from './Attendee';
import type { House } from './openHouse';
import { openScene } from './openScene';
import type { Loser, Way } from './way';

/** People who are connected at the same time; each loses access while the others stay. */
const TOGETHER = 50;
/** What a socket that should be closed is given before it counts as open. Milliseconds. */
const PATIENCE = 10_000;

/** How long an open document on node B outlives the right to it, for `times` people one after the other. Milliseconds. */
export async function measureSockets(house: House, way: Way, times: number): Promise<number[]> {
  const scene = await openScene(house, 'tungstenSockets');
  const { b, owner } = house;
  const open = async (person: Loser['person']) => {
    const socket = await connectDocument(scene, b, await ticketOf(scene, b, person, 'document'));
    await until(() => socket.frames.length > 0, 'admitted', PATIENCE);
    return socket;
  };
  const witness = await open(owner);
  const losers = await way.people(scene, times);
  const samples: number[] = [];
  for (let index = 0; index < losers.length; index += TOGETHER) {
    const there = [];
    for (const loser of losers.slice(index, index + TOGETHER)) {
      const socket = await open(loser.person);
      const closed = new Promise<number>((resolve) => {
        socket.webSocket.once('close', () => resolve(performance.now()));
      });
      there.push({ loser, socket, closed });
    }
    for (const { loser, socket, closed } of there) {
      const since = await loser.lose();
      await until(() => socket.code() !== null, 'the document closed', PATIENCE);
      samples.push((await closed) - since);
    }
  }
  if (witness.code() !== null) throw new Error('somebody who kept the right was closed too');
  witness.webSocket.terminate();
  return samples;
}
