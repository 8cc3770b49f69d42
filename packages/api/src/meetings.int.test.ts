import { newId } from '@hemicycle/db';
import { createMediaServer } from '@hemicycle/media/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DisconnectReason, RoomEvent } from '@livekit/rtc-node';
import { decodeJwt } from 'jose';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { leaving } from './testing/enterCall';
import { type MeetingScene, meetingScene, speak, until } from './testing/meetingScene';

let s: MeetingScene;
beforeAll(async () => {
  s = await meetingScene();
}, 240_000);
beforeEach(() => s.newSpace());
afterEach(() => s.allLeave());
afterAll(() => s?.close(), 30_000);

describe('joining', () => {
  it('MT-1 starts one meeting, said once, when two come first at once; both are then inside', async () => {
    const [first, second] = await Promise.all([s.pass(s.ines), s.pass(s.jonas)]);
    expect(second.meetingId).toBe(first.meetingId);
    expect(await s.messages()).toEqual(['meetingStarted']);
    await Promise.all([s.enter(first.token), s.enter(second.token)]);
    await until(async () => (await s.inside()) === 2);
    const room = (await s.house.call(s.rita, `GET ${s.at()}`)).body;
    expect(room.call).toMatchObject({ meetingId: first.meetingId, participantCount: 2 });
  });

  it('MT-2 gives a token with a verified name and without any right over the room', async () => {
    const { token, url, identity } = await s.pass(s.ines);
    const claims = decodeJwt<{ video: object; name: string }>(token);
    expect(claims).toMatchObject({ name: 'Ines Moreau', sub: identity });
    expect(JSON.stringify(claims.video)).not.toMatch(/roomAdmin|roomCreate|roomList|hidden/);
    expect(url).toBe(s.house.settings.url.replace(/^http/, 'ws'));
    await s.enter(token);
    const asBrowser = new RoomServiceClient(s.house.livekit.httpUrl, undefined, undefined, { token });
    await expect(asBrowser.deleteRoom(s.space.roomId)).rejects.toMatchObject({ status: 401 });
    await expect(asBrowser.removeParticipant(s.space.roomId, identity)).rejects.toMatchObject({
      status: 401,
    });
  });

  it('MT-3 is for members: nobody else gets a token, and no token opens a room that we did not', async () => {
    expect(await s.house.call(null, `POST ${s.at('/join')}`, { deviceId: 'a'.repeat(16) })).toMatchObject({
      status: 401,
    });
    expect(
      await s.house.call(s.stranger, `POST ${s.at('/join')}`, { deviceId: 'a'.repeat(16) }),
    ).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect((await s.house.call(s.stranger, `GET ${s.at()}`)).status).toBe(404);
    const forOther = new AccessToken(s.house.livekit.apiKey, s.house.livekit.apiSecret, { identity: 'x' });
    forOther.addGrant({ roomJoin: true, room: newId() });
    await expect(s.enter(await forOther.toJwt())).rejects.toThrow();
  });

  it('MT-4 says so when the media server is away, in time', async () => {
    const away = s.house.compose(
      createMediaServer({ ...s.house.livekitEnv, httpUrl: 'http://127.0.0.1:9', url: 'ws://127.0.0.1:9' }),
    );
    const began = Date.now();
    const answer = await s.house.call(
      s.ines,
      `POST ${s.at('/join')}`,
      { deviceId: s.device(s.ines) },
      away.fetch,
    );
    expect(answer).toMatchObject({ status: 503, body: { code: 'media_unavailable' } });
    expect(Date.now() - began).toBeLessThan(4_000);
    expect(await s.messages()).toEqual([]);
  });
});

describe('hosting', () => {
  it('MT-5 mutes a microphone; only a host may', async () => {
    const bot = await s.join(s.jonas);
    await speak(bot);
    await s.join(s.ines);
    const path = `POST ${s.at(`/participants/${s.jonas.id}:${s.device(s.jonas)}/mute`)}`;
    expect((await s.house.call(s.rita, path, { source: 'microphone' })).status).toBe(403);
    const muted = new Promise((resolve) => bot.once(RoomEvent.TrackMuted, resolve));
    expect((await s.house.call(s.ines, path, { source: 'microphone' })).status).toBe(204);
    await muted;
    const [live] = ((await s.house.media.participants(s.space.roomId)) ?? []).filter((one) =>
      one.identity.startsWith(s.jonas.id),
    );
    expect(live?.tracks).toMatchObject([{ source: 'microphone', muted: true }]);
  });

  it('MT-6 removes someone, who may come back as the member they are', async () => {
    const bot = await s.join(s.jonas);
    const left = leaving(bot);
    const path = `DELETE ${s.at(`/participants/${s.jonas.id}:${s.device(s.jonas)}`)}`;
    expect((await s.house.call(s.jonas, path)).status).toBe(403);
    expect((await s.house.call(s.ines, path)).status).toBe(204);
    expect(await left).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    expect((await s.join(s.jonas)).isConnected).toBe(true);
  });

  it('MT-7 ends the meeting for everyone and says so once', async () => {
    const bot = await s.join(s.jonas);
    const left = leaving(bot);
    expect((await s.house.call(s.jonas, `POST ${s.at('/end')}`)).status).toBe(403);
    expect((await s.house.call(s.ines, `POST ${s.at('/end')}`)).status).toBe(204);
    expect(await left).toBe(DisconnectReason.ROOM_DELETED);
    expect((await s.house.call(s.ines, `GET ${s.at()}`)).body.call).toBeNull();
    expect((await s.house.call(s.ines, `POST ${s.at('/end')}`)).status).toBe(409);
    await until(() => s.hook('room_finished') !== undefined);
    expect(await s.messages()).toEqual(['meetingStarted', 'meetingEnded']);
    const list = async () => (await s.house.call(s.rita, `GET /meetings?spaceId=${s.space.id}`)).body.items;
    // Also when the webhook of the only join comes after the end.
    await until(async () => (await list()).length === 1);
    expect(await list()).toMatchObject([{ participantCount: 1, startedBy: { id: s.jonas.id } }]);
    expect((await s.house.call(s.stranger, `GET /meetings?spaceId=${s.space.id}`)).body.items).toEqual([]);
  });

  it('MT-8 shows a document of the s.space to everyone, and no other', async () => {
    const bot = await s.join(s.jonas);
    const document = (
      await s.house.call(s.ines, `POST /spaces/${s.space.id}/documents`, { title: 'Coastal flood plan' })
    ).body;
    const elsewhere = await s.house.space('Elsewhere', [
      [s.ines, 'owner'],
      [s.jonas, 'owner'],
    ]);
    const foreign = (await s.house.call(s.ines, `POST /spaces/${elsewhere.id}/documents`, { title: 'Other' }))
      .body;
    const path = `PUT ${s.at('/document')}`;
    expect((await s.house.call(s.rita, path, { documentId: document.id })).status).toBe(403);
    expect((await s.house.call(s.jonas, path, { documentId: foreign.id })).status).toBe(404);
    const told = new Promise<string>((resolve) => bot.once(RoomEvent.RoomMetadataChanged, resolve));
    expect((await s.house.call(s.jonas, path, { documentId: document.id })).body.documentId).toBe(
      document.id,
    );
    expect(JSON.parse(await told)).toEqual({ documentId: document.id, userId: s.jonas.id });
  });

  it('MT-9 raises one’s own hand by the server’s clock', async () => {
    const bot = await s.join(s.jonas);
    const watching = await s.join(s.rita);
    const told = new Promise<Record<string, string>>((resolve) =>
      watching.once(RoomEvent.ParticipantAttributesChanged, resolve),
    );
    const before = Date.now();
    const body = { deviceId: s.device(s.jonas), raised: true };
    expect((await s.house.call(s.jonas, `PUT ${s.at('/hand')}`, body)).status).toBe(204);
    const { handRaisedAt = '' } = await told;
    expect(Date.parse(handRaisedAt)).toBeGreaterThanOrEqual(before);
    expect((await s.house.call(s.ines, `PUT ${s.at('/hand')}`, body)).status).toBe(404);
    await bot.localParticipant?.setAttributes({ handRaisedAt: '1' }).catch(() => {});
    const [live] = (await s.live()).filter((one) => one.identity.startsWith(s.jonas.id));
    expect(live?.attributes.handRaisedAt).toBe(handRaisedAt);
  });
});
