import { randomBytes } from 'node:crypto';
import { createAuth, createIdentityService } from '@hemicycle/auth';
import { createBus, createWakeUps } from '@hemicycle/bus';
import { DomainError, type Role } from '@hemicycle/contracts';
import {
  createFolderBlobStore,
  createOperation,
  type MediaServer,
  type Operation,
  publish,
  startMeetingSupervision,
} from '@hemicycle/core';
import { createDatabase, newId } from '@hemicycle/db';
import { keycloakEnv } from '@hemicycle/env';
import { createMediaServer } from '@hemicycle/media/server';
import { createMetrics, logger } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import { listenAsPortal, openTestRun, startLivekit, testDatabase } from '@hemicycle/testing';
import { getRequestListener } from '@hono/node-server';
import { createApi } from '../createApi';

export interface HousePerson {
  readonly id: string;
  readonly name: string;
  readonly sessionId: string;
  readonly cookie: string;
}

export interface HouseSpace {
  readonly id: string;
  readonly roomId: string;
  readonly channelId: string;
}

/** For the tests of meetings: our API and supervision on a database of their own, and a real media server. */
export async function meetingHouse() {
  const run = openTestRun();
  const livekit = await startLivekit();
  const own = await testDatabase();
  const { settings } = run;
  const database = createDatabase(own.url);
  const livekitEnv = {
    url: livekit.url,
    httpUrl: livekit.httpUrl,
    publicUrl: settings.url.replace(/^http/, 'ws'),
    apiKey: livekit.apiKey,
    apiSecret: livekit.apiSecret,
  };
  const keycloak = keycloakEnv(settings.environment);
  const services = {
    media: createMediaServer(livekitEnv),
    blobs: createFolderBlobStore(`${run.folder}/blobs`),
    identity: createIdentityService(keycloak),
  };
  const auth = createAuth({ database, identity: services.identity, keycloak });
  const compose = (media = services.media) =>
    createApi({
      database,
      auth,
      services: { ...services, media },
      metrics: createMetrics('test', { defaults: false }),
      publicOrigin: settings.url,
    });
  const api = compose();
  const hooks: { body: string; authorization: string }[] = [];
  const listener = getRequestListener(async (request) => {
    const body = await request.clone().text();
    hooks.push({ body, authorization: request.headers.get('authorization') ?? '' });
    return api.fetch(request);
  });
  const server = await listenAsPortal(listener);
  const wakeUps = createWakeUps({ databaseUrl: own.url, busUrl: null });
  const bus = createBus(own.url, wakeUps);
  bus.subscribe(({ event }) => auth.onEvent(event));
  await bus.ready;
  const log = logger('media');
  const faults = { participants: 0 };
  const media = unreliable(services.media, faults);
  const supervision = startMeetingSupervision({ database, bus, services: { ...services, media }, log });
  const organisationId = newId();
  await database.organisation.create({
    data: { id: organisationId, name: 'Ministry of Water', issuer: keycloak.issuer },
  });
  return {
    api,
    compose,
    database,
    hooks,
    livekit,
    livekitEnv,
    media: services.media,
    /** So many of the supervision's next questions the media server does not answer. */
    faults,
    settings,
    ...people(database, organisationId, keycloak.issuer),
    system: (): Operation => createOperation({ database, services, log, actor: ANONYMOUS }),
    async call(person: HousePerson | null, route: string, body?: unknown, fetch = api.fetch) {
      const [method = 'GET', path = ''] = route.split(' ');
      const response = await fetch(
        new Request(`${settings.url}/api/v1${path}`, {
          method,
          headers: {
            origin: settings.url,
            ...(person && { cookie: person.cookie }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : null };
    },
    async close() {
      await supervision.stop();
      await bus.close();
      await wakeUps.close();
      await new Promise((resolve) => server.close(resolve));
      await database.$disconnect();
      await own.drop();
    },
  };
}

function unreliable(media: MediaServer, faults: { participants: number }): MediaServer {
  return {
    ...media,
    participants: (roomId) => {
      if (faults.participants === 0) return media.participants(roomId);
      faults.participants -= 1;
      return Promise.reject(new DomainError('media_unavailable'));
    },
  };
}

/** Commits notify by themselves. */
export const NOTIFYING = { afterCommit: null, wakeEvents: null, log: logger('media') };

function people(database: ReturnType<typeof createDatabase>, organisationId: string, issuer: string) {
  return {
    async person(name: string): Promise<HousePerson> {
      const id = newId();
      const sessionId = newId();
      const secret = randomBytes(32).toString('base64url');
      await database.user.create({
        data: {
          id,
          organisationId,
          issuer,
          subject: id,
          name,
          sortName: name,
          email: `${id}@x.example`,
          hue: 40,
        },
      });
      const { createHash } = await import('node:crypto');
      await database.session.create({
        data: {
          id: sessionId,
          userId: id,
          tokenHash: new Uint8Array(createHash('sha256').update(secret).digest()),
          keycloakSid: sessionId,
          issuer,
          authTime: new Date(),
          acr: '1',
          expiresAt: new Date(Date.now() + 3_600_000),
        },
      });
      return { id, name, sessionId, cookie: `__Host-hemicycle=${secret}` };
    },
    async space(name: string, members: readonly (readonly [HousePerson, Role])[]): Promise<HouseSpace> {
      const [id, roomId, channelId] = [newId(), newId(), newId()];
      await database.space.create({
        data: {
          id,
          organisationId,
          name,
          room: { create: { id: roomId } },
          channel: { create: { id: channelId } },
        },
      });
      for (const [person, role] of members) {
        await database.grant.create({
          data: { id: newId(), resourceType: 'space', resourceId: id, userId: person.id, role },
        });
      }
      return { id, roomId, channelId };
    },
    /** What taking a membership does: one transaction, and the event with it. */
    async setRole(person: HousePerson, space: HouseSpace, role: Role | null): Promise<void> {
      const where = {
        resourceType_resourceId_userId: { resourceType: 'space', resourceId: space.id, userId: person.id },
      } as const;
      await database.$transaction(async (db) => {
        if (role) await db.grant.update({ where, data: { role } });
        else await db.grant.delete({ where });
        await publish({ db, ...NOTIFYING }, 'servers', {
          type: 'access.changed',
          userId: person.id,
          spaceId: space.id,
        });
      });
    },
    async endSession(person: HousePerson): Promise<void> {
      await database.$transaction(async (db) => {
        await db.session.update({ where: { id: person.sessionId }, data: { endedAt: new Date() } });
        await publish({ db, ...NOTIFYING }, 'servers', {
          type: 'session.ended',
          userId: person.id,
          sessionId: person.sessionId,
        });
      });
    },
  };
}
