import { ROLES } from '@hemicycle/contracts';
import { type Actor, ANONYMOUS, abilities } from '@hemicycle/policies';
import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { TrackSource } from 'livekit-server-sdk';
import { createMediaServer } from './createMediaServer';
import { grantsOf } from './grantsOf';

const account: Actor = {
  kind: 'account',
  userId: '0190e1d0-0000-7000-8000-000000000001',
  organisationId: '0190e1d0-0000-7000-8000-000000000002',
  organisationRole: 'member',
  sessionId: '0190e1d0-0000-7000-8000-000000000003',
};
const roomId = '0190e1d0-0000-7000-8000-000000000004';
const { MICROPHONE, CAMERA, SCREEN_SHARE, SCREEN_SHARE_AUDIO } = TrackSource;
const media = createMediaServer({
  url: 'ws://127.0.0.1:1',
  httpUrl: 'http://127.0.0.1:1',
  publicUrl: 'ws://localhost:3000',
  apiKey: 'key',
  apiSecret: 'a secret of more than thirty-two characters',
});

describe('media grants', () => {
  const speak = [MICROPHONE, CAMERA];
  const show = [...speak, SCREEN_SHARE, SCREEN_SHARE_AUDIO];
  const table = { reader: speak, commenter: show, editor: show, owner: show };

  for (const role of ROLES) {
    it(`a ${role} of the space sends ${table[role].length} sources and nothing more`, () => {
      expect(grantsOf(roomId, abilities(account, 'room', { role }))).toEqual({
        room: roomId,
        roomJoin: true,
        canSubscribe: true,
        canPublish: true,
        canPublishSources: table[role],
        canPublishData: false,
        canUpdateOwnMetadata: false,
      });
    });
  }

  it.each([
    ['a person without a role', account, null],
    ['an anonymous visitor', ANONYMOUS, 'owner' as const],
  ])('%s gets no token', async (_who, actor, role) => {
    const answers = abilities(actor, 'room', { role });
    expect(grantsOf(roomId, answers)).toMatchObject({
      roomJoin: false,
      canPublish: false,
      canPublishSources: [],
    });
    await expect(
      media.pass({ roomId, identity: 'x', name: 'x', attributes: {}, abilities: answers }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('an owner’s token lives three minutes and carries no right over the room', async () => {
    const pass = await media.pass({
      roomId,
      identity: `${account.userId}:abcdefgh12345678`,
      name: 'Ines Moreau',
      attributes: { hue: '12' },
      abilities: abilities(account, 'room', { role: 'owner' }),
    });
    const claims = decodeJwt<{ video: Record<string, unknown>; name: string; attributes: object }>(
      pass.token,
    );
    expect(claims).toMatchObject({
      sub: `${account.userId}:abcdefgh12345678`,
      name: 'Ines Moreau',
      attributes: { hue: '12' },
    });
    expect(Object.keys(claims.video).sort()).toEqual([
      'canPublish',
      'canPublishData',
      'canPublishSources',
      'canSubscribe',
      'canUpdateOwnMetadata',
      'room',
      'roomJoin',
    ]);
    expect((claims.exp ?? 0) - Math.floor(Date.now() / 1000)).toBeLessThanOrEqual(180);
    expect(pass.url).toBe('ws://localhost:3000');
  });

  it('a media server that is not there is said in one code', async () => {
    await expect(media.openRoom(roomId)).rejects.toMatchObject({ code: 'media_unavailable' });
  });
});
