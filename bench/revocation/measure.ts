import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@hemicycle/testing';
import { Attendee } from './Attendee';
import { CallWatch } from './CallWatch';
import { comeBack } from './comeBack';
import type { House } from './openHouse';
import { openScene, type Scene } from './openScene';
import { Pulse } from './Pulse';
import { type ReadDoor, requireOpen, shutBy } from './reads';
import type { Watch } from './Watch';
import { type Loser, TOGETHER, type Way } from './way';

const READS: readonly ReadDoor[] = ['api', 'page', 'page data'];
/** Doors, and how long somebody is inside a call who comes again with the token they had. */
export const DOORS = ['document', 'events', 'call', ...READS, 'old media token'] as const;
export type Door = (typeof DOORS)[number];
/** How long each door stood open, since the event. Milliseconds; null where nobody came in. */
export type Sample = Readonly<Record<Door, number | null>>;

/** What a door that should be shut is given before it counts as open. Milliseconds. */
const PATIENCE = 20_000;
/** Each loses it so much after the one before, so that timed rounds are met at any moment. Milliseconds. */
const SPREAD = 1_000;

/**
 * `times` people lose a space, each with everything of it open on node B, while others stay on both nodes.
 * @throws when a door stays open, somebody comes back, or one of those who stay is disturbed
 */
export async function measure(house: House, way: Way, times: number): Promise<Sample[]> {
  const scene = await openScene(house, `tungsten${way.name.replaceAll(/\W/g, '')}`);
  const losers = await way.people(scene, times);
  const witnesses = [
    await Attendee.enter(scene, house.a, house.owner),
    await Attendee.enter(scene, house.b, scene.speaker),
  ] as const;
  const pulse = new Pulse(scene);
  const call = new CallWatch(scene.space.roomId);
  const samples: Sample[] = [];
  for (let index = 0; index < losers.length; index += TOGETHER) {
    const batch = losers.slice(index, index + TOGETHER);
    samples.push(...(await loseTogether({ scene, way, pulse, call, witness: witnesses[1] }, batch)));
  }
  await pulse.more(1);
  await pulse.stop();
  await call.stop();
  for (const witness of witnesses) await requireUndisturbed(scene, pulse, witness);
  for (const witness of witnesses) await witness.leave();
  return samples;
}

async function loseTogether(watch: Watch, batch: readonly Loser[]): Promise<Sample[]> {
  const { scene, way } = watch;
  const { b } = scene.house;
  const there = await Promise.all(
    batch.map(async (loser) => {
      await loser.arrive?.();
      const attendee = await Attendee.enter(scene, b, loser.person);
      return { loser, attendee };
    }),
  );
  // All of them came by the same way.
  for (const door of READS) await requireOpen(scene, b, there[0]?.loser.person ?? scene.speaker, door);
  const spares = await Promise.all(there.map(({ attendee }) => attendee.spareTickets()));
  await watch.pulse.more(1);
  return Promise.all(
    there.map(async ({ loser, attendee }, index) => {
      await delay(way.atOnce ? 0 : index * SPREAD);
      const since = await loser.lose();
      const sample = await watchDoors(watch, attendee, since);
      const spare = spares[index];
      const inside = spare ? await comeBack(watch, attendee, spare) : null;
      await attendee.leave();
      return { ...sample, 'old media token': inside };
    }),
  );
}

async function watchDoors(
  { scene, way, pulse, call, witness }: Watch,
  attendee: Attendee,
  since: number,
): Promise<Omit<Sample, 'old media token'>> {
  const { person, node, ended, heard } = attendee;
  await delay(Math.max(0, since - performance.now()));
  const [api, page, data, gone] = await Promise.all([
    shutBy(scene, node, person, 'api', PATIENCE),
    shutBy(scene, node, person, 'page', PATIENCE),
    shutBy(scene, node, person, 'page data', PATIENCE),
    call.goneBy(person.id, PATIENCE),
    until(() => ended.document !== null, `${way.name}: the document closed`, PATIENCE),
    way.signsOut ? until(() => ended.events !== null, `${way.name}: the events closed`, PATIENCE) : null,
  ]);
  await pulse.more(2);
  const silent = way.signsOut ? ended.events : pulse.silentSince(heard, witness.heard);
  if (silent === null) throw new Error(`${way.name}: ${person.name} still hears of the space`);
  const after = (at: number | null): number => Math.max(0, (at ?? Number.NaN) - since);
  return {
    document: after(ended.document),
    events: after(silent),
    call: after(gone),
    api: after(api),
    page: after(page),
    'page data': after(data),
  };
}

async function requireUndisturbed(scene: Scene, pulse: Pulse, witness: Attendee): Promise<void> {
  const { document, events, call } = witness.ended;
  if (document !== null || events !== null || call !== null) {
    throw new Error('somebody who stays lost document, events or call');
  }
  for (const door of READS) await requireOpen(scene, witness.node, witness.person, door);
  await until(() => pulse.ids.every((id) => witness.heard.has(id)), 'who stays hears of all', PATIENCE);
}
