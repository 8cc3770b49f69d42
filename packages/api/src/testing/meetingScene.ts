import type { RoomPass } from '@hemicycle/contracts';
import {
  AudioFrame,
  AudioSource,
  dispose,
  LocalAudioTrack,
  type Room,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import { enterCall } from './enterCall';
import { type HousePerson, type HouseSpace, meetingHouse } from './meetingHouse';

/** A house with an owner, a commenter, a reader and a stranger, a space at a time, and bots that really connect. */
export type MeetingScene = Awaited<ReturnType<typeof meetingScene>>;

export async function meetingScene() {
  const house = await meetingHouse();
  const bots: Room[] = [];
  const ines = await house.person('Ines Moreau');
  const jonas = await house.person('Jonas Weber');
  const rita = await house.person('Rita Reader');
  const stranger = await house.person('Sam Stranger');
  const scene = {
    house,
    ines,
    jonas,
    rita,
    stranger,
    space: { id: '', roomId: '', channelId: '' } as HouseSpace,
    async newSpace(): Promise<void> {
      scene.space = await house.space('Coastal resilience', [
        [ines, 'owner'],
        [jonas, 'commenter'],
        [rita, 'reader'],
      ]);
    },
    at: (path = '') => `/rooms/${scene.space.roomId}${path}`,
    device: (person: HousePerson) => person.id.replace(/[^a-z0-9]/g, '').slice(-16),
    async pass(person: HousePerson): Promise<RoomPass> {
      const answer = await house.call(person, `POST ${scene.at('/join')}`, {
        deviceId: scene.device(person),
      });
      if (answer.status !== 200) throw new Error(`join answered ${answer.status}`);
      return answer.body;
    },
    async enter(token: string): Promise<Room> {
      const bot = await enterCall(house.livekit.url, token);
      bots.push(bot);
      return bot;
    },
    join: async (person: HousePerson) => scene.enter((await scene.pass(person)).token),
    /** People who are inside, as our database knows it. */
    inside: () =>
      house.database.participant.count({ where: { meeting: { roomId: scene.space.roomId }, leftAt: null } }),
    live: async () => (await house.media.participants(scene.space.roomId)) ?? [],
    /** A webhook as it came, for this space's room. */
    hook: (type: string) =>
      house.hooks.findLast(({ body }) => body.includes(`"${type}"`) && body.includes(scene.space.roomId)),
    async messages(): Promise<string[]> {
      const rows = await house.database.message.findMany({
        where: { channelId: scene.space.channelId },
        orderBy: { seq: 'asc' },
      });
      return rows.map(({ kind }) => kind);
    },
    allLeave: async () => {
      await Promise.all(bots.splice(0).map((bot) => bot.disconnect()));
    },
    async close(): Promise<void> {
      await house.close();
      await dispose();
    },
  };
  return scene;
}

export async function speak(bot: Room): Promise<void> {
  const source = new AudioSource(48_000, 1);
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_MICROPHONE;
  await bot.localParticipant?.publishTrack(track, options);
  await source.captureFrame(new AudioFrame(new Int16Array(480), 48_000, 1, 480));
}

/** Waits for what something else brings about. */
export async function until(condition: () => boolean | Promise<boolean>, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
