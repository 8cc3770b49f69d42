import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { documentAccess } from '../access/documentAccess';
import { readImage } from '../documents';
import { inviteGuest } from '../guests/inviteGuest';
import { shareSpace } from '../organisations';
import { getSharing, previewChange, setSharingPolicy } from '../sharing';
import { addMember } from '../spaces';
import { createLabelHouse, type LabelledSpace } from './testing/labelHouse';

type House = Awaited<ReturnType<typeof createLabelHouse>>;

let house: House;
let at: LabelledSpace;
beforeAll(async () => {
  house = await createLabelHouse();
});
beforeEach(async () => {
  at = await house.createSpace();
});
afterAll(() => house?.world.close());

const code = (expected: string) => ({ code: expected });

describe('LBL-6 lowering a label', () => {
  it('is for owners, with a reason and a recent sign-in, and is on record with them', async () => {
    const { world, ines, jonas, labels, label } = house;
    const { folderId, documentId, on } = at;
    await label(on(), labels.restricted, undefined, jonas);
    await expect(label(on(), null, 'No more secrets', jonas)).rejects.toMatchObject(code('forbidden'));
    await expect(label(on(), null)).rejects.toMatchObject(code('invalid_input'));
    const { sessionId } = ines.actor;
    const { authTime } = await world.database.session.findUniqueOrThrow({ where: { id: sessionId } });
    const signedIn = (at: Date) =>
      world.database.session.update({ where: { id: sessionId }, data: { authTime: at } });
    await signedIn(new Date(Date.now() - 24 * 60 * 60 * 1000));
    await expect(label(on(), null, 'No more secrets')).rejects.toMatchObject(code('step_up_required'));
    expect(await documentAccess(world.as(ines), documentId)).toMatchObject({ label: { key: 'restricted' } });
    // Raising asks for neither.
    await label(on(folderId), labels.restricted);
    await signedIn(authTime);
    await label(on(), null, 'No more secrets');
    const [record] = await world.database.auditEvent.findMany({
      where: { resourceId: documentId, action: 'label.lowered' },
    });
    expect(record).toMatchObject({
      actorId: ines.id,
      detail: { from: labels.restricted, to: null, reason: 'No more secrets' },
    });
  });

  it('is not done by taking a space’s label away', async () => {
    const { label } = house;
    const { onSpace } = at;
    await expect(label(onSpace, null, 'Why not')).rejects.toMatchObject(code('invalid_input'));
  });

  it('nor by a guest, or somebody of another organisation, nor is raising one', async () => {
    const { world, guest, roads, labels, label, give } = house;
    const { onSpace, on } = at;
    await give(onSpace, guest);
    await expect(label(on(), labels.restricted, undefined, guest)).rejects.toMatchObject(code('forbidden'));
    const theirs = await world.database.label.findFirstOrThrow({ where: { organisationId: roads } });
    await expect(label(on(), theirs.id)).rejects.toMatchObject(code('not_found'));
  });
});

describe('LBL-7 what a label forbids is refused at the door', () => {
  it('links, guests and people of other organisations', async () => {
    const { world, ines, guest, lena, roads, labels, label, give, link } = house;
    const { space, folderId, onSpace, on } = at;
    await shareSpace(world.as(ines), { spaceId: space.id, organisationId: roads });
    await setSharingPolicy(world.as(ines), { ...onSpace, linkReach: 'anyone' });
    await expect(link(on(), 'anyone')).rejects.toMatchObject(code('link_too_open'));
    await label(on(folderId), labels.restricted);
    await expect(link(on(), 'organisation')).rejects.toMatchObject(code('link_too_open'));
    expect((await getSharing(world.as(ines), on())).linkAllowed.reach).toBe('restricted');
    for (const person of [guest, lena]) {
      await expect(give(on(), person)).rejects.toMatchObject(code('label_forbids'));
    }
    const invitation = { email: 'out@side.example', role: 'reader', needsCode: false, locale: 'en' } as const;
    const op = world.as(ines);
    const withMail = {
      ...op,
      services: { mail: true, identity: op.services.identity } as typeof op.services,
    };
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    await expect(inviteGuest(withMail, { ...on(), ...invitation, expiresAt })).rejects.toMatchObject(
      code('label_forbids'),
    );
    expect(await world.database.user.count({ where: { email: invitation.email } })).toBe(0);
    await label(onSpace, labels.restricted);
    for (const person of [guest, lena]) {
      await expect(
        addMember(world.as(ines), { spaceId: space.id, userId: person.id, role: 'reader' }),
      ).rejects.toMatchObject(code('label_forbids'));
    }
    const ports = await world.organisation('Ministry of Ports');
    await world.database.organisation.update({ where: { id: ports }, data: { sharesSpaces: true } });
    await expect(
      shareSpace(world.as(ines), { spaceId: space.id, organisationId: ports }),
    ).rejects.toMatchObject(code('label_forbids'));
  });

  it('LBL-9 export and download, but not what a page shows', async () => {
    const { world, ines, jonas, labels, label } = house;
    const { folderId, documentId, on } = at;
    const imageId = '0199aaaa-0000-7000-8000-000000000001';
    const image = { documentId, imageId };
    await world.database.documentImage.deleteMany({ where: { id: imageId } });
    await world.database.documentImage.create({
      data: {
        id: imageId,
        documentId,
        blobKey: 'k',
        contentType: 'image/png',
        bytes: 1,
        width: 1,
        height: 1,
        createdById: ines.id,
      },
    });
    expect(await readImage(world.as(jonas), { ...image, shown: false })).toMatchObject({ bytes: 1 });
    await label(on(folderId), labels.restricted);
    expect(await readImage(world.as(jonas), { ...image, shown: true })).toMatchObject({ bytes: 1 });
    await expect(readImage(world.as(ines), { ...image, shown: false })).rejects.toMatchObject(
      code('forbidden'),
    );
  });
});

describe('LBL-8 a preview of a label', () => {
  it('tells who loses and what stops, here and below, and changes nothing', async () => {
    const { world, ines, jonas, guest, lena, roads, labels, label, give, link } = house;
    const { space, onSpace, on } = at;
    await shareSpace(world.as(ines), { spaceId: space.id, organisationId: roads });
    await give(onSpace, guest);
    await give(on(), lena);
    await link(on(), 'organisation');
    const rows = async () => [
      await world.database.outboxEvent.count(),
      await world.database.auditEvent.count(),
    ];
    const before = await rows();
    const preview = (labelId: string) =>
      previewChange(world.as(ines), { ...onSpace, change: 'label', labelId });
    expect(await preview(labels.restricted)).toMatchObject({
      losses: [{ person: { id: guest.id }, before: 'editor', after: null }],
      lossCount: 1,
      gainCount: 0,
      below: { linksNarrowed: 1, linksWidened: 0, losing: 1, gaining: 0 },
    });
    expect(await rows()).toEqual(before);
    await label(onSpace, labels.restricted);
    // No reason and no proof: it is only looked at.
    expect(await preview(labels.internal)).toMatchObject({
      gains: [{ person: { id: guest.id }, before: null, after: 'editor' }],
      below: { linksNarrowed: 0, linksWidened: 1, losing: 0, gaining: 1 },
    });
    await expect(
      previewChange(world.as(jonas), { ...onSpace, change: 'label', labelId: labels.internal }),
    ).rejects.toMatchObject(code('forbidden'));
  });
});
