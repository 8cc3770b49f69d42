import { type Database, newId } from '@hemicycle/db';
import { type AccessHouse, SECRET } from './accessHouse';

/** In every address of the house's people. */
export const SECRET_DOMAIN = 'wolfram.example';

/** A paragraph that says "The zirkonium is in the cellar", as a Yjs v1 update of one client, and its state vector. */
const TEXT = Buffer.from(
  'AQMHAAcBB2NvbnRlbnQDCXBhcmFncmFwaAcABwAGBAAHAR5UaGUgemlya29uaXVtIGlzIGluIHRoZSBjZWxsYXIA',
  'base64',
);
const STATE_VECTOR = Buffer.from('AQcg', 'base64');

/**
 * Puts the secret where a house does not have it by itself: text of documents in every form it is kept, history, a
 * space's purpose, a request's words, addresses; and what somebody without rights may still have from before: a
 * notification of it, a stay in its meeting.
 * @param strays people who have such things
 */
export async function plantSecrets(
  database: Database,
  house: AccessHouse,
  strays: readonly string[],
): Promise<void> {
  const { spaceId, documentId, trashedId, messageId, roomId, requestId, people } = house;
  const words = `The ${SECRET} is in the cellar`;
  await database.space.update({ where: { id: spaceId }, data: { purpose: words } });
  for (const id of [documentId, trashedId]) {
    await database.document.update({ where: { id }, data: { plainText: words, searchText: words } });
    const bytes = { update: new Uint8Array(TEXT), authorIds: [people.editor.id], epoch: 1 };
    const { seq } = await database.documentUpdate.create({ data: { documentId: id, ...bytes } });
    const when = { beganAt: new Date(), endedAt: new Date() };
    await database.documentHistory.create({
      data: { documentId: id, fromSeq: seq, throughSeq: seq, span: 'sitting', ...bytes, ...when },
    });
    const stateVector = new Uint8Array(STATE_VECTOR);
    const state = new Uint8Array(TEXT);
    await database.documentSnapshot.upsert({
      where: { documentId: id },
      create: { documentId: id, epoch: 1, throughSeq: 0, state, stateVector },
      update: {},
    });
  }
  await database.accessRequest.update({ where: { id: requestId }, data: { message: words } });
  const { organisationId } = people.owner.actor;
  for (const person of Object.values(people)) {
    if (person.actor.organisationId !== organisationId) continue;
    await database.user.update({
      where: { id: person.id },
      data: { email: `${person.id}@${SECRET_DOMAIN}` },
    });
  }
  const meetingId = newId();
  await database.meeting.create({
    data: { id: meetingId, roomId, documentId, startedById: people.owner.id, endedAt: new Date() },
  });
  for (const userId of strays) {
    await database.notification.createMany({
      data: (['mention', 'reply', 'invitation', 'request'] as const).map((kind) => ({
        id: newId(),
        userId,
        kind,
        actorId: people.owner.id,
        spaceId,
        documentId: kind === 'reply' ? null : documentId,
        messageId: kind === 'reply' ? messageId : null,
        key: newId(),
      })),
    });
    const stay = { livekitSid: newId(), identity: `${userId}:from-before`, joinedAt: new Date() };
    await database.participant.create({ data: { meetingId, userId, ...stay, leftAt: new Date() } });
  }
}
