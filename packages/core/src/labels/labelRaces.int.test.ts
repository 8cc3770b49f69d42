import { createRandom } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDocument, getDocument, moveDocument, restoreDocument, trashDocument } from '../documents';
import { getSharing, openLink, setSharingPolicy } from '../sharing';
import { createLabelHouse, type LabelledSpace } from './testing/labelHouse';

let house: Awaited<ReturnType<typeof createLabelHouse>>;
let at: LabelledSpace;
beforeAll(async () => {
  house = await createLabelHouse();
});
beforeEach(async () => {
  at = await house.createSpace();
});
afterAll(() => house?.world.close());

const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code as string] : []));

describe.each([31, 32, 33, 34, 35, 36])('seed %i', (seed) => {
  it('LBL-10 a link made, opened and given while its label is raised opens nothing afterwards', async () => {
    const { world, ines, lena, guest, labels, label, link, give, roleOf } = house;
    const { onSpace, on, folderId, documentId } = at;
    const random = createRandom(seed);
    await label(onSpace, labels.public, 'A public hearing');
    await setSharingPolicy(world.as(ines), { ...onSpace, linkReach: 'anyone' });
    const first = await link(on(), 'anyone');
    const raised = random.chance(0.5) ? onSpace : on(folderId);
    const acts = [
      () => label(raised, labels.restricted),
      () => link(on(), 'anyone'),
      () => openLink(world.as(lena), { token: first }),
      () => openLink(world.as(guest), { token: first }),
      () => give(on(), guest),
    ];
    const order = acts.toSorted(() => random.below(3) - 1);
    const outcomes = await Promise.allSettled(order.map((act) => act()));
    const known = ['link_too_open', 'label_forbids', 'not_found'];
    for (const refused of refusals(outcomes)) expect(known).toContain(refused);
    for (const person of [lena, guest]) expect(await roleOf(person, documentId)).toBeNull();
    const { linkAllowed, link: there } = await getSharing(world.as(ines), on());
    expect([linkAllowed.reach, there?.effective.reach]).toEqual(['restricted', 'restricted']);
  });

  it('LBL-10 what stood under a label keeps it, however it is moved, trashed and restored at once', async () => {
    const { world, ines, jonas, guest, labels, label, give, roleOf } = house;
    const { space, on, folderId, documentId } = at;
    const random = createRandom(seed);
    const make = async (title: string, parentId: string | null) =>
      (await createDocument(world.as(ines), { spaceId: space.id, title, parentId })).id;
    const open = await make('Open', null);
    const inner = await make('Inner', folderId);
    const kept = [folderId, inner, documentId, await make('Leaf', inner)];
    await give(on(open), guest);
    await label(on(folderId), labels.restricted);
    const one = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => {
        const op = world.as(one([ines, jonas]));
        const moved = one(kept);
        const parentId = one([null, open, ...kept]);
        const acts = [
          () => moveDocument(op, { documentId: moved, parentId, afterId: null }),
          () => moveDocument(op, { documentId: moved, parentId: open, afterId: null }),
          () => trashDocument(op, { documentId: moved }),
          () => restoreDocument(op, { documentId: moved }),
        ];
        return one(acts)();
      }),
    );
    const known = ['moved_under_itself', 'document_trashed', 'not_found', 'forbidden'];
    for (const refused of refusals(outcomes)) expect(known).toContain(refused);
    expect(await roleOf(guest, open)).toBe('editor');
    for (const id of kept) {
      expect((await getDocument(world.as(ines), { documentId: id })).label).toMatchObject({
        key: 'restricted',
      });
      expect(await roleOf(guest, id)).toBeNull();
    }
  });

  it('LBL-10 a move into a more open parent and a lowering give what one order gives', async () => {
    const { world, ines, jonas, guest, labels, label, give, roleOf } = house;
    const { space, on, folderId, documentId } = at;
    const random = createRandom(seed);
    const where = { spaceId: space.id, title: 'Open', parentId: null };
    const { id: open } = await createDocument(world.as(ines), where);
    await give(on(open), guest);
    await label(on(folderId), labels.restricted);
    const acts = [
      () => moveDocument(world.as(jonas), { documentId, parentId: open, afterId: null }),
      () => label(on(folderId), null, 'The tender is over'),
      () => label(on(open), labels.restricted),
    ];
    const order = random.chance(0.5) ? acts : acts.toReversed();
    const outcomes = await Promise.allSettled(order.map((act) => act()));
    expect(refusals(outcomes)).toEqual([]);
    // Whichever came first: where it is now is restricted.
    expect(await roleOf(guest, documentId)).toBeNull();
    await label(on(open), null, 'That too');
    const keeps = (await world.database.document.findUniqueOrThrow({ where: { id: documentId } })).labelId;
    const movedFirst = await world.database.auditEvent.count({
      where: { action: 'label.kept', resourceId: documentId },
    });
    expect(keeps).toBe(movedFirst > 0 ? labels.restricted : null);
    expect(await roleOf(guest, documentId)).toBe(movedFirst > 0 ? null : 'editor');
  });
});
