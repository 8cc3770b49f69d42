import { createAuth, createIdentityService, hashSecret, newSecret } from '@hemicycle/auth';
import {
  createFolderBlobStore,
  joinRoom,
  type Operation,
  setLink,
  trashDocument,
  uploadImage,
} from '@hemicycle/core';
import { newId } from '@hemicycle/db';
import { keycloakEnv, livekitEnv } from '@hemicycle/env';
import { createMediaServer } from '@hemicycle/media/server';
import { createMetrics } from '@hemicycle/observability';
import { createWorld, openTestRun, startLivekit, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { createApi } from '../createApi';
import { createLabels } from './createLabels';
import { fingerprintOf } from './fingerprintOf';

/** In every name, title and text of the space: where it shows up, something leaked. */
export const SECRET = 'zirkonium';

/**
 * Who tries. `stranger` is of another organisation; `outsider`, `guest` and `administrator` of the same one without a
 * right in the space; the others are members of it.
 */
export const ACTORS = [
  'anonymous',
  'stranger',
  'outsider',
  'administrator',
  'guest',
  'reader',
  'editor',
  'owner',
] as const;
export type ActorName = (typeof ACTORS)[number];
export const WITHOUT_RIGHTS: readonly ActorName[] = [
  'anonymous',
  'stranger',
  'outsider',
  'administrator',
  'guest',
];

/** What a row's request is made from; new for each try that may change something. */
export interface AccessHouse {
  readonly spaceId: string;
  readonly channelId: string;
  readonly roomId: string;
  readonly documentId: string;
  readonly trashedId: string;
  /** Written by the editor. */
  readonly messageId: string;
  readonly imageId: string;
  /** Of the owner: that the message names them. */
  readonly notificationId: string;
  readonly people: Readonly<Record<Exclude<ActorName, 'anonymous'>, TestPerson>>;
  /** Another member, to be changed or removed. */
  readonly memberId: string;
  /** Somebody of the organisation who is no member. */
  readonly otherId: string;
  readonly otherSessionId: string;
  /** A group of the organisation with nobody in it but `memberId`, and another. */
  readonly groupId: string;
  readonly otherGroupId: string;
  readonly foreignGroupId: string;
  /** Of the stranger; and one the space is shared with already. */
  readonly foreignOrganisationId: string;
  readonly neighbourId: string;
  /** That of `memberId` on the space, and one more of theirs on the document. */
  readonly spaceGrantId: string;
  readonly documentGrantId: string;
  /** Of a link to the document, for the organisation. */
  readonly linkToken: string;
  /** Of the organisation: the space carries `internal`, nothing carries `spare`. */
  readonly labels: Readonly<Record<'public' | 'internal' | 'restricted' | 'spare', string>> & {
    readonly order: readonly string[];
  };
  /** Of the stranger's organisation. */
  readonly foreignLabelId: string;
  /** Of `otherId`, for the document. */
  readonly requestId: string;
}

export type AccessStreet = Awaited<ReturnType<typeof createAccessStreet>>;

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The API on real parts, people of every standing, and houses to try their doors. */
export async function createAccessStreet() {
  const { settings, folder } = openTestRun();
  const livekit = await startLivekit();
  // Nothing listens there: signing out must succeed without Keycloak.
  const keycloak = keycloakEnv({ ...settings.environment, KEYCLOAK_URL: 'http://127.0.0.1:9/auth' });
  const services = {
    media: createMediaServer(
      livekitEnv({
        ...settings.environment,
        LIVEKIT_URL: livekit.url,
        LIVEKIT_API_KEY: livekit.apiKey,
        LIVEKIT_API_SECRET: livekit.apiSecret,
      }),
    ),
    blobs: createFolderBlobStore(`${folder}/blobs`),
    identity: createIdentityService(keycloak),
    mail: true,
  };
  const world = await createWorld({ issuer: keycloak.issuer, services });
  const { database } = world;
  const auth = createAuth({ database, identity: services.identity, keycloak });
  const api = createApi({
    database,
    auth,
    services,
    metrics: createMetrics('test', { defaults: false }),
    publicOrigin: settings.url,
  });
  const organisationId = await world.organisation('Ministry of Roads');
  const neighbourId = await world.organisation('Ministry of Ports');
  await database.organisation.updateMany({ data: { sharesSpaces: true } });
  const around = { foreignOrganisationId: organisationId, neighbourId };
  const usual = await createCast(world, { ...around, organisationId: world.organisationId });

  return {
    api,
    auth,
    origin: settings.url,
    world,
    people: usual.people,
    /** People of every standing once more, as seen from the other organisation or the same one. */
    cast: (of: 'elsewhere' | 'here', names: string) =>
      createCast(
        world,
        of === 'here'
          ? { ...around, organisationId: world.organisationId }
          : { foreignOrganisationId: world.organisationId, neighbourId, organisationId },
        names,
      ),
    /**
     * @param meeting with a running meeting in the room
     * @param cast whose it is; `word` is in its names and texts
     */
    house: ({ meeting = false, cast = usual, word = SECRET } = {}): Promise<AccessHouse> =>
      createHouse(world, { meeting, cast, word }),
    fingerprint: () => fingerprintOf(database),
    close: () => world.close(),
  };
}

type Cast = Awaited<ReturnType<typeof createCast>>;

async function createHouse(
  world: TestWorld,
  { meeting, cast, word }: { meeting: boolean; cast: Cast; word: string },
): Promise<AccessHouse> {
  const { database } = world;
  const { people, member, other, ...foreign } = cast;
  // Who came by the link of a house before this one would still see that house.
  await database.linkOpening.deleteMany({ where: { user: { id: { in: idsOf(people) } } } });
  const { owner, editor, reader } = people;
  const space = await world.space(owner, `Space ${word}`, [
    [editor, 'editor'],
    [reader, 'reader'],
    [member, 'commenter'],
  ]);
  const documentId = await world.document(editor, space.id, `Plan ${word}`);
  const trashedId = await world.document(editor, space.id, `Trash ${word}`);
  await trashDocument(world.as(editor), { documentId: trashedId });
  const messageId = await world.message(
    editor,
    space.channelId,
    `@[Owner Moreau](user:${owner.id}) mind the ${word}`,
  );
  const image = await uploadImage(world.as(editor), { documentId, bytes: new Uint8Array(PNG) });
  const notification = await database.notification.findFirstOrThrow({ where: { messageId } });
  const groups = await createGroups(world, owner.actor.organisationId, member.id);
  const linkToken = await createLink(world.as(owner), documentId);
  const grants = await createGrants(world, space.id, documentId, {
    userId: member.id,
    otherId: other.id,
  });
  await database.spaceOrganisation.create({
    data: { spaceId: space.id, organisationId: foreign.neighbourId },
  });
  const otherSessionId = await createSession(world, other.id);
  if (meeting) await joinRoom(world.as(owner), space.roomId, { deviceId: 'a'.repeat(16) });
  return {
    spaceId: space.id,
    channelId: space.channelId,
    roomId: space.roomId,
    documentId,
    trashedId,
    messageId,
    imageId: image.id,
    notificationId: notification.id,
    people,
    memberId: member.id,
    otherId: other.id,
    otherSessionId,
    ...groups,
    ...grants,
    linkToken,
    ...(await createLabels(world, owner.actor.organisationId, foreign.foreignOrganisationId)),
    ...foreign,
  };
}

const idsOf = (people: AccessHouse['people']): string[] => Object.values(people).map(({ id }) => id);

async function createGroups({ database }: TestWorld, organisationId: string, userId: string) {
  const [groupId, otherGroupId] = [newId(), newId()];
  await database.group.createMany({
    data: [groupId, otherGroupId].map((id) => ({ id, organisationId, name: id, sortName: id })),
  });
  await database.groupMember.create({ data: { id: newId(), groupId, userId } });
  return { groupId, otherGroupId };
}

async function createGrants(
  { database }: TestWorld,
  spaceId: string,
  documentId: string,
  { userId, otherId }: { userId: string; otherId: string },
) {
  const documentGrantId = newId();
  await database.grant.create({
    data: { id: documentGrantId, resourceType: 'document', resourceId: documentId, userId, role: 'reader' },
  });
  const requestId = newId();
  const document = { resourceType: 'document', resourceId: documentId } as const;
  await database.accessRequest.create({
    data: { id: requestId, ...document, userId: otherId, role: 'reader' },
  });
  const { id } = await database.grant.findFirstOrThrow({ where: { resourceId: spaceId, userId } });
  return { spaceGrantId: id, documentGrantId, requestId };
}

async function createSession({ database, issuer }: TestWorld, userId: string): Promise<string> {
  const id = newId();
  const tokenHash = hashSecret(newSecret());
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000);
  await database.session.create({
    data: { id, userId, tokenHash, keycloakSid: id, issuer, authTime: new Date(), expiresAt },
  });
  return id;
}

interface Around {
  /** Of everybody but the stranger, and of the stranger. */
  readonly organisationId: string;
  readonly foreignOrganisationId: string;
  readonly neighbourId: string;
}

/** People of every standing, and somebody else’s group. */
async function createCast(world: TestWorld, around: Around, names = '') {
  const { organisationId, foreignOrganisationId, neighbourId } = around;
  const person = (name: string, options = {}) =>
    world.person(`${name}${names}`, { organisationId, ...options });
  const people = {
    stranger: await person('Stranger Else', { organisationId: foreignOrganisationId }),
    outsider: await person('Outsider House'),
    administrator: await person('Admin House', { organisationRole: 'administrator' }),
    guest: await person('Guest Delta', { organisationRole: 'guest' }),
    reader: await person('Reader Ruiz'),
    editor: await person('Editor Weber'),
    owner: await person('Owner Moreau'),
  };
  const foreignGroupId = newId();
  await world.database.group.create({
    data: {
      id: foreignGroupId,
      organisationId: foreignOrganisationId,
      name: 'Foreign',
      sortName: `foreign${names}`,
    },
  });
  const member = await person('Member Diallo');
  const other = await person('Other Lindqvist');
  return { people, member, other, foreignGroupId, foreignOrganisationId, neighbourId };
}

async function createLink(op: Operation, documentId: string): Promise<string> {
  const terms = { reach: 'organisation', role: 'reader', expiresAt: null, renew: false } as const;
  const { token } = await setLink(op, { resourceType: 'document', resourceId: documentId, ...terms });
  return token ?? '';
}
