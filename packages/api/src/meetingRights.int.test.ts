import { createHash } from 'node:crypto';
import { publish, reconcileMeetings } from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DisconnectReason } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { leaving } from './testing/enterCall';
import { NOTIFYING } from './testing/meetingHouse';
import { type MeetingScene, meetingScene, until } from './testing/meetingScene';

let s: MeetingScene;
beforeAll(async () => {
  s = await meetingScene();
}, 240_000);
beforeEach(() => s.newSpace());
afterEach(() => s.allLeave());
afterAll(() => s?.close(), 30_000);

describe('losing the right', () => {
  it('MT-10 disconnects within 5 s of the commit, and whoever comes back with the old token', async () => {
    const { token } = await s.pass(s.jonas);
    const left = leaving(await s.enter(token));
    await until(async () => (await s.inside()) === 1);
    const committed = Date.now();
    await s.house.setRole(s.jonas, s.space, null);
    expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    expect(Date.now() - committed).toBeLessThan(5_000);
    await s.join(s.ines);
    const entered = Date.now();
    const again = await s.enter(token);
    if (again.isConnected) await leaving(again);
    expect(again.isConnected).toBe(false);
    // The webhook of the entry, not the timed round.
    expect(Date.now() - entered).toBeLessThan(5_000);
    expect(((await s.house.media.participants(s.space.roomId)) ?? []).map((one) => one.identity)).toEqual([
      `${s.ines.id}:${s.device(s.ines)}`,
    ]);
  });

  it.each([true, false])('MT-10 ACC-10 disconnects who leaves a group, named (%s) or not', async (named) => {
    const { database } = s.house;
    const lee = await s.house.person('Lee Lang');
    s.space = await s.house.space('By group', []);
    const [groupId, organisation] = [newId(), await database.organisation.findFirstOrThrow()];
    const name = { name: groupId, sortName: groupId };
    await database.group.create({ data: { id: groupId, organisationId: organisation.id, ...name } });
    const place = { resourceType: 'space', resourceId: s.space.id } as const;
    await database.grant.create({ data: { id: newId(), ...place, groupId, role: 'editor' } });
    await database.groupMember.create({ data: { id: newId(), groupId, userId: lee.id } });
    const left = leaving(await s.join(lee));
    const gone = Date.now();
    await database.$transaction(async (db) => {
      await db.groupMember.deleteMany({ where: { groupId } });
      const userId = named ? lee.id : null;
      await publish({ db, ...NOTIFYING }, 'servers', { type: 'access.changed', userId, spaceId: null });
    });
    expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    expect(Date.now() - gone).toBeLessThan(5_000);
  });

  it.each(['grant', 'grant of a group', 'link', 'session'])(
    'MT-10 ACC-90 disconnects within 5 s of the end of a %s, of which no event tells',
    async (what) => {
      const { database } = s.house;
      const mel = await s.house.person('Mel Meyer');
      s.space = await s.house.space('Ending', [[s.ines, 'owner']]);
      const place = { resourceType: 'space', resourceId: s.space.id } as const;
      const [id, organisation] = [newId(), await database.organisation.findFirstOrThrow()];
      // Joining takes its time, and the end is set once they are inside.
      const later = { expiresAt: new Date(Date.now() + 3_600_000) };
      if (what === 'grant of a group') {
        const name = { name: id, sortName: id };
        await database.group.create({ data: { id, organisationId: organisation.id, ...name } });
        await database.groupMember.create({ data: { id: newId(), groupId: id, userId: mel.id } });
        await database.grant.create({ data: { id, ...place, groupId: id, role: 'editor', ...later } });
      } else if (what === 'link') {
        const made = { tokenHash: new Uint8Array(32), createdById: s.ines.id };
        await database.link.create({
          data: { id, ...place, reach: 'organisation', role: 'editor', ...made, ...later },
        });
        await database.linkOpening.create({ data: { linkId: id, userId: mel.id } });
      } else {
        await database.grant.create({ data: { id, ...place, userId: mel.id, role: 'editor', ...later } });
      }
      await s.join(s.ines);
      const left = leaving(await s.join(mel));
      await until(async () => (await s.inside()) === 2);
      const expiresAt = new Date(Date.now() + 500);
      if (what === 'link') await database.link.update({ where: { id }, data: { expiresAt } });
      else if (what === 'session')
        await database.session.update({ where: { id: mel.sessionId }, data: { expiresAt } });
      else await database.grant.update({ where: { id }, data: { expiresAt } });
      expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
      expect(Date.now() - expiresAt.getTime()).toBeLessThan(5_000);
      await until(async () => (await s.inside()) === 1);
    },
  );

  it('MT-10 is tried again when the media server does not answer', async () => {
    const left = leaving(await s.join(s.jonas));
    await until(async () => (await s.inside()) === 1);
    s.house.faults.participants = 2;
    const committed = Date.now();
    await s.house.setRole(s.jonas, s.space, null);
    expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    expect(s.house.faults.participants).toBe(0);
    expect(Date.now() - committed).toBeLessThan(5_000);
  });

  it('MT-11 ends the call of a session that ends', async () => {
    const kim = await s.house.person('Kim Kurz');
    s.space = await s.house.space('Short', [[kim, 'owner']]);
    const left = leaving(await s.join(kim));
    const ended = Date.now();
    await s.house.endSession(kim);
    expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    expect(Date.now() - ended).toBeLessThan(5_000);
  });

  it('MT-12 takes the screen from who may only read now, and leaves them their voice', async () => {
    await s.join(s.jonas);
    await s.house.setRole(s.jonas, s.space, 'reader');
    await until(async () => {
      const [live] = (await s.house.media.participants(s.space.roomId)) ?? [];
      return live?.publishes.join() === 'microphone,camera';
    });
  });
});

describe('webhooks', () => {
  const post = (body: string, authorization: string) =>
    s.house.api.fetch(
      new Request(`${s.house.settings.url}/api/v1/webhooks/livekit`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/webhook+json' },
        body,
      }),
    );

  it('MT-13 are refused when forged, changed, or signed with a browser’s token', async () => {
    const { token } = await s.pass(s.jonas);
    await s.enter(token);
    await until(async () => (await s.inside()) === 1);
    const real = s.hook('participant_joined');
    if (!real) throw new Error('unreachable');
    const forged = new AccessToken(
      s.house.livekit.apiKey,
      'another secret of more than thirty-two characters',
    );
    forged.sha256 = createHash('sha256').update(real.body).digest('base64');
    for (const [body, authorization] of [
      [real.body, await forged.toJwt()],
      [real.body.replace('participant_joined', 'participant_left'), real.authorization],
      [real.body, token],
      [real.body, ''],
    ] as const) {
      const answer = await post(body, authorization);
      expect({ status: answer.status, code: (await answer.json()).code }).toEqual({
        status: 401,
        code: 'invalid_token',
      });
    }
    expect(await s.inside()).toBe(1);
  });

  it('MT-14 count once: a replay changes nothing', async () => {
    const bot = await s.join(s.jonas);
    await until(async () => (await s.inside()) === 1);
    await bot.disconnect();
    await until(async () => (await s.inside()) === 0);
    const left = s.hook('participant_left');
    if (!left) throw new Error('the webhook came, or nobody would have left');
    await s.join(s.jonas);
    await until(async () => (await s.inside()) === 1);
    const answer = await post(left.body, left.authorization);
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 200,
      body: { accepted: false },
    });
    expect(await s.inside()).toBe(1);
  });

  it('MT-15 may come in any order: who left before they were told to join is not inside', async () => {
    await s.join(s.ines);
    await until(async () => (await s.inside()) === 1);
    const send = async (event: 'participant_joined' | 'participant_left') => {
      const body = JSON.stringify({
        event,
        id: `EV_${newId()}`,
        createdAt: String(Math.floor(Date.now() / 1000)),
        room: { sid: 'RM_test', name: s.space.roomId },
        participant: { sid: 'PA_early', identity: `${s.jonas.id}:${s.device(s.jonas)}` },
      });
      const token = new AccessToken(s.house.livekit.apiKey, s.house.livekit.apiSecret);
      token.sha256 = createHash('sha256').update(body).digest('base64');
      expect(await (await post(body, await token.toJwt())).json()).toEqual({ accepted: true });
    };
    await send('participant_left');
    await send('participant_joined');
    expect(await s.inside()).toBe(1);
    expect(await s.house.database.participant.count({ where: { livekitSid: 'PA_early' } })).toBe(1);
  });

  it('MT-16 may be lost: asking the media server heals who is inside and whether a meeting runs', async () => {
    await s.join(s.jonas);
    const meeting = (await s.house.call(s.ines, `GET ${s.at()}`)).body.call;
    await until(async () => (await s.inside()) === 1);
    const fresh = await s.house.database.participant.findMany({ where: { meetingId: meeting.meetingId } });
    await s.house.database.participant.deleteMany({ where: { meetingId: meeting.meetingId } });
    await s.house.database.participant.create({
      data: {
        meetingId: meeting.meetingId,
        livekitSid: 'PA_gone',
        userId: s.rita.id,
        identity: `${s.rita.id}:${s.device(s.rita)}`,
        joinedAt: new Date(Date.now() - 60_000),
      },
    });
    await reconcileMeetings(s.house.system());
    const open = await s.house.database.participant.findMany({
      where: { meetingId: meeting.meetingId, leftAt: null },
    });
    expect(open.map(({ livekitSid }) => livekitSid)).toEqual(fresh.map(({ livekitSid }) => livekitSid));
    const silent = new RoomServiceClient(
      s.house.livekit.httpUrl,
      s.house.livekit.apiKey,
      s.house.livekit.apiSecret,
    );
    await silent.deleteRoom(s.space.roomId);
    await reconcileMeetings(s.house.system());
    expect((await s.house.call(s.ines, `GET ${s.at()}`)).body.call).toBeNull();
    expect(await s.messages()).toEqual(['meetingStarted', 'meetingEnded']);
  });
});
