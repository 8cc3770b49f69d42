import { DomainError, LIMITS } from '@hemicycle/contracts';
import type { MediaPass, MediaPassRequest, MediaServer } from '@hemicycle/core';
import type { LivekitEnv } from '@hemicycle/env';
import { AccessToken, ParticipantInfo_State, RoomServiceClient, WebhookReceiver } from 'livekit-server-sdk';
import { grantsOf, sourcesOf } from './grantsOf';
import { asDomainError, isGone } from './mediaErrors';
import { participantOf } from './participantOf';
import { readWebhook } from './readWebhook';

/** Against a button that hangs while the media server is down. Seconds. */
const REQUEST_SECONDS = 3;
/** A room nobody entered is closed after this. Seconds: the life of the token that could enter it. */
const EMPTY_SECONDS = LIMITS.mediaTokenSeconds;
/** A room everybody left stays open for this: a reload or a lost connection of the last one is no end. Seconds. */
const DEPARTURE_SECONDS = 30;
/** Above what one LiveKit node carries in one room; against a loop that joins forever. */
const MAX_PARTICIPANTS = 500;

/** Our side of LiveKit: rooms, tokens and host actions. Every request is bounded in time. */
export function createMediaServer(env: LivekitEnv): MediaServer {
  const rooms = new RoomServiceClient(env.httpUrl, env.apiKey, env.apiSecret, {
    requestTimeout: REQUEST_SECONDS,
    failover: false,
  });
  const receiver = new WebhookReceiver(env.apiKey, env.apiSecret);
  return {
    openRoom: (roomId) =>
      ask(async () => {
        await rooms.createRoom({
          name: roomId,
          emptyTimeout: EMPTY_SECONDS,
          departureTimeout: DEPARTURE_SECONDS,
          maxParticipants: MAX_PARTICIPANTS,
        });
      }),
    pass: (request) => mintPass(env, request),
    participants: (roomId) =>
      unlessGone(null, async () => {
        if ((await rooms.listRooms([roomId])).length === 0) return null;
        const infos = await rooms.listParticipants(roomId);
        return infos.filter((info) => info.state !== ParticipantInfo_State.DISCONNECTED).map(participantOf);
      }),
    openRooms: (roomIds) =>
      ask(async () => {
        if (roomIds.length === 0) return new Set<string>();
        return new Set((await rooms.listRooms([...roomIds])).map((room) => room.name));
      }),
    mute: (roomId, identity, source) =>
      ask(async () => {
        const { tracks } = participantOf(await rooms.getParticipant(roomId, identity));
        const wanted = tracks.filter((track) => track.source === source && !track.muted);
        for (const track of wanted) await rooms.mutePublishedTrack(roomId, identity, track.sid, true);
      }),
    remove: (roomId, identity) => unlessGone(undefined, () => rooms.removeParticipant(roomId, identity)),
    end: (roomId) => unlessGone(undefined, () => rooms.deleteRoom(roomId)),
    setAttributes: (roomId, identity, attributes) =>
      ask(async () => {
        await rooms.updateParticipant(roomId, identity, { attributes: { ...attributes } });
      }),
    setAbilities: (roomId, identity, abilities) =>
      unlessGone(undefined, async () => {
        const canPublishSources = sourcesOf(abilities);
        await rooms.updateParticipant(roomId, identity, {
          permission: {
            canSubscribe: abilities.join,
            canPublish: canPublishSources.length > 0,
            canPublishSources,
            canPublishData: false,
            canUpdateMetadata: false,
          },
        });
      }),
    announceDocument: (roomId, shown) =>
      ask(async () => {
        await rooms.updateRoomMetadata(roomId, shown ? JSON.stringify(shown) : '');
      }),
    readWebhook: (rawBody, authorization) => readWebhook(receiver, rawBody, authorization),
  };
}

async function mintPass(env: LivekitEnv, request: MediaPassRequest): Promise<MediaPass> {
  if (!request.abilities.join) throw new DomainError('forbidden', 'no media token without the right to join');
  const expiresAt = new Date(Date.now() + LIMITS.mediaTokenSeconds * 1000);
  const token = new AccessToken(env.apiKey, env.apiSecret, {
    identity: request.identity,
    name: request.name,
    attributes: { ...request.attributes },
    ttl: LIMITS.mediaTokenSeconds,
  });
  token.addGrant(grantsOf(request.roomId, request.abilities));
  return { url: env.publicUrl, token: await token.toJwt(), expiresAt };
}

async function ask<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw asDomainError(error);
  }
}

/** For requests whose aim is reached already when the room or participant is not there. */
const unlessGone = <T>(otherwise: T, request: () => Promise<T>): Promise<T> =>
  ask(async () => {
    try {
      return await request();
    } catch (error) {
      if (isGone(error)) return otherwise;
      throw error;
    }
  });
