import {
  createWorld,
  openTestRun,
  startKeycloak,
  startLivekit,
  startMail,
  startPortal,
  startRealtime,
  startValkey,
  type TestKeycloak,
  type TestPerson,
  type TestWorld,
} from '@hemicycle/testing';
import { planPortal, planRealtime } from '../../infra/local/plans.mjs';
import { freePorts } from '../../infra/local/ports.mjs';
import { createRunningPart } from '../../packages/testing/src/createRunningPart';
import demo from '../../prisma/demo/accounts.json';

/** A portal with its realtime server. */
export interface HouseNode {
  readonly origin: string;
  readonly socketOrigin: string;
  /** An answer of pages or API; redirects are not followed. */
  ask(
    cookie: string,
    path: string,
    init?: { method?: string; body?: unknown; headers?: Readonly<Record<string, string>> },
  ): Promise<{ status: number; text: string; setCookie: string }>;
}

/** The house of a benchmark: every part as built for production, and two nodes of ours on one database. */
export interface House {
  readonly world: TestWorld;
  readonly keycloak: TestKeycloak;
  /** Where rights are taken away; Keycloak and LiveKit post to it. */
  readonly a: HouseNode;
  /** Where the people are who lose them. */
  readonly b: HouseNode;
  /** What browsers name as their origin. */
  readonly origin: string;
  readonly owner: TestPerson;
  readonly administrator: TestPerson;
  close(): Promise<void>;
}

export type Bus = 'PostgreSQL' | 'Valkey';

export async function openHouse(bus: Bus): Promise<House> {
  const run = openTestRun();
  const [keycloak, valkey] = await Promise.all([
    startKeycloak(),
    bus === 'Valkey' ? startValkey() : null,
    startLivekit(),
    startMail(),
  ]);
  const world = await createWorld({ issuer: keycloak.issuer });
  const { externalKey } = demo.organisation;
  await world.database.organisation.update({ where: { id: world.organisationId }, data: { externalKey } });
  const environment = { DATABASE_URL: world.databaseUrl, ...(valkey && { BUS_URL: valkey.url }) };
  const settings = { databaseUrl: world.databaseUrl, environment };
  const realtime = await startRealtime({ ...settings, form: 'bundle' });
  const portal = await startPortal(settings);
  const second = await startSecondNode(environment);
  const { url: origin, ports } = run.settings;
  return {
    world,
    keycloak,
    a: nodeAt(ports.portal, origin),
    b: nodeAt(second.port, origin),
    origin,
    owner: await world.person('Owner of the space'),
    administrator: await world.person('Administrator', { organisationRole: 'administrator' }),
    async close() {
      for (const part of [...second.parts, portal, realtime, valkey]) await part?.stop();
      await world.close();
    },
  };
}

async function startSecondNode(environment: Readonly<Record<string, string>>) {
  const run = openTestRun();
  const [portal = 0, realtime = 0] = await freePorts(2);
  const settings = {
    ...run.settings,
    ports: { ...run.settings.ports, portal, realtime },
    environment: {
      ...run.settings.environment,
      ...environment,
      PORT: String(portal),
      REALTIME_PORT: String(realtime),
      REALTIME_URL: `http://127.0.0.1:${realtime}`,
    },
  };
  const parts = [
    createRunningPart(run, `realtime-${realtime}`, () => planRealtime(settings, 'bundle')),
    createRunningPart(run, `portal-${portal}`, () => planPortal(settings, 'bundle')),
  ];
  for (const part of parts) await part.start();
  return { port: portal, parts: [...parts].reverse() };
}

/** Longer than any answer of a house that works. Milliseconds. */
const PATIENCE = 15_000;

function nodeAt(port: number, publicOrigin: string): HouseNode {
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    socketOrigin: `ws://127.0.0.1:${port}`,
    async ask(cookie, path, { method = 'GET', body, headers = {} } = {}) {
      const answer = await fetch(`${origin}${path}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          cookie,
          origin: publicOrigin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const setCookie = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
      return { status: answer.status, text: await answer.text(), setCookie: setCookie[0] ?? '' };
    },
  };
}
