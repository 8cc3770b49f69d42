import { createAuth, createIdentityService } from '@hemicycle/auth';
import { createOperation, makeCode, makeInvitation, type Operation } from '@hemicycle/core';
import { keycloakEnv } from '@hemicycle/env';
import { createMetrics, logger } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import { createWorld, openTestRun, type TestPerson, type TestSpace } from '@hemicycle/testing';
import { createApi } from '../createApi';

export interface Invite {
  email?: string;
  needsCode?: boolean;
  role?: string;
  days?: number;
}

export type GuestHouse = Awaited<ReturnType<typeof createGuestHouse>>;

/** The API with everything guests come by, without a mail server: what a mail would bring is handed out here. */
export async function createGuestHouse() {
  const { settings } = openTestRun();
  const keycloak = keycloakEnv(settings.environment);
  // Nothing else is asked of the parts here, and Keycloak nothing: that a guest signs out without it is one of the things shown.
  const identity = createIdentityService(keycloak);
  const services = { mail: true, identity } as Operation['services'];
  const world = await createWorld({ issuer: keycloak.issuer, services });
  const { database } = world;
  const auth = createAuth({ database, identity: services.identity, keycloak });
  const origin = settings.url;
  const metrics = createMetrics('test', { defaults: false });
  const api = createApi({ database, auth, services, metrics, publicOrigin: origin });
  const owner = await world.person('Owner Moreau');
  const admin = await world.person('Admin House', { organisationRole: 'administrator' });
  let count = 0;

  const system = (now = new Date()): Operation =>
    createOperation({ database, services, actor: ANONYMOUS, log: logger('api'), now });
  const address = (): string => `guest${++count}@elsewhere.example`;

  async function ask(
    method: string,
    path: string,
    { cookie = '', body }: { cookie?: string; body?: unknown } = {},
  ) {
    const response = await api.fetch(
      new Request(`${origin}/api/v1${path}`, {
        method,
        headers: {
          origin,
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const set = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { status: response.status, text, json: text === '' ? null : JSON.parse(text), set };
  }

  return {
    world,
    owner,
    admin,
    auth,
    system,
    address,
    ask,
    /** A fresh space with a document in it, which a link for anyone may lead to. */
    async place(): Promise<{ space: TestSpace; documentId: string }> {
      const space = await world.space(owner, 'Zirkonium space');
      const labelId = await world.labelId('public');
      await database.space.update({ where: { id: space.id }, data: { labelId } });
      return { space, documentId: await world.document(owner, space.id, 'Zirkonium plan') };
    },
    async invite(
      documentId: string,
      { email = address(), needsCode = false, role = 'editor', days = 1 }: Invite = {},
    ) {
      const resourceType = 'document' as const;
      const expiresAt = new Date(Date.now() + days * 864e5).toISOString();
      const answer = await ask('POST', `/access/${resourceType}/${documentId}/guests`, {
        cookie: owner.cookie,
        body: { email, role, expiresAt, needsCode, locale: 'fr' },
      });
      const userId: string = answer.json?.subject?.person?.id ?? '';
      /** The way in its mail brings. */
      const mailed = async (): Promise<string> => {
        const task = { kind: 'guestInvitation', userId, inviterId: owner.id, resourceType } as const;
        return (await makeInvitation(system(), { ...task, resourceId: documentId }))?.token ?? '';
      };
      return { ...answer, email, userId, mailed };
    },
    look: (token: string) => ask('POST', '/guests/look', { body: { token } }),
    enter: (token: string, more: object = {}) =>
      ask('POST', '/guests/enter', { body: { token, name: 'Camille Roy', locale: 'fr', ...more } }),
    askForCode: (token: string, more: object = {}) =>
      ask('POST', '/guests/code', { body: { token, locale: 'fr', ...more } }),
    read: (documentId: string, person: Pick<TestPerson, 'cookie'> | string) =>
      ask('GET', `/documents/${documentId}`, { cookie: typeof person === 'string' ? person : person.cookie }),
    /** The code the newest mail brings. */
    async codeOf(): Promise<string> {
      const row = await database.guestCode.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
      return (await makeCode(system(), Buffer.from(row.key).toString('base64url'))) ?? '';
    },
    close: () => world.close(),
  };
}
