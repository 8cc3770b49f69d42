import { LIMITS, type LiveEvent } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Operation } from '../operation';
import { createDocument } from './createDocument';
import { EMPTY_CONTENT } from './emptyContent';
import { getDocument } from './getDocument';
import { listDocuments } from './listDocuments';
import { listTree } from './listTree';
import { moveDocument } from './moveDocument';
import { renameDocument } from './renameDocument';
import { restoreDocument } from './restoreDocument';
import { trashDocument } from './trashDocument';

let world: TestWorld;
let ines: TestPerson;
let jonas: TestPerson;
let reader: TestPerson;
let outsider: TestPerson;
let space: TestSpace;
let op: Operation;

beforeAll(async () => {
  world = await createWorld();
  ines = await world.person('Inès Moreau');
  jonas = await world.person('Jonas Weber');
  reader = await world.person('Rea Der');
  outsider = await world.person('Out Sider');
});
beforeEach(async () => {
  space = await world.space(ines, 'Coast', [
    [jonas, 'editor'],
    [reader, 'reader'],
  ]);
  op = world.as(ines);
});
afterAll(() => world?.close());

const code = (expected: string) => ({ code: expected });
const make = async (title: string, parentId: string | null = null) =>
  (await createDocument(op, { spaceId: space.id, title, parentId })).id;
/** Titles of the tree, each below its parent, in order. */
const tree = async (trashed = false): Promise<string[]> => {
  const { items } = await listTree(op, { spaceId: space.id, trashed });
  const below = (parentId: string | null, indent: string): string[] =>
    items
      .filter((node) => node.parentId === parentId)
      .flatMap((node) => [indent + node.title, ...below(node.id, `${indent}  `)]);
  return below(null, '');
};
const events = async (): Promise<string[]> => {
  const rows = await world.database.outboxEvent.findMany({
    where: { topic: `space:${space.id}` },
    orderBy: { id: 'asc' },
  });
  return rows
    .map(({ event }) => event as unknown as LiveEvent)
    .flatMap((event) => (event.type === 'document.changed' ? [event.change] : []));
};

describe('creating', () => {
  it('appends to its siblings, with first content, and tells it', async () => {
    const a = await make('A');
    await make('B');
    await make('A1', a);
    expect(await tree()).toEqual(['A', '  A1', 'B']);
    expect(await events()).toEqual(['created', 'created', 'created']);
    const [row, ...more] = await world.database.documentUpdate.findMany({ where: { documentId: a } });
    expect(more).toEqual([]);
    expect(Buffer.from(row?.update ?? [])).toEqual(Buffer.from(EMPTY_CONTENT));
    const document = await getDocument(world.as(reader), { documentId: a });
    expect(document).toMatchObject({ title: 'A', spaceName: 'Coast', roomId: space.roomId, epoch: 1 });
    expect(document.abilities).toMatchObject({ read: true, write: false, trash: false });
  });

  it('keeps people who create at once apart', async () => {
    const titles = Array.from({ length: 12 }, (_, index) => `D${index}`);
    await Promise.all(titles.map((title) => make(title)));
    const { items } = await listTree(op, { spaceId: space.id, trashed: false });
    expect(new Set(items.map(({ position }) => position)).size).toBe(12);
  });

  it('refuses a parent of another space, one in the trash, and endless depth', async () => {
    const other = await world.space(outsider, 'Other');
    const foreign = await world.document(outsider, other.id, 'Foreign');
    await expect(make('x', foreign)).rejects.toMatchObject(code('not_found'));
    const mine = await world.space(ines, 'Mine too');
    const elsewhere = await world.document(ines, mine.id, 'Elsewhere');
    await expect(make('x', elsewhere)).rejects.toMatchObject(code('not_found'));
    await expect(make('x', newId())).rejects.toMatchObject(code('not_found'));
    let parent: string | null = null;
    for (let level = 0; level < LIMITS.documentDepth; level += 1) parent = await make(`L${level}`, parent);
    await expect(make('too deep', parent)).rejects.toMatchObject(code('too_deep'));
    const bin = await make('bin');
    await trashDocument(op, { documentId: bin });
    await expect(make('x', bin)).rejects.toMatchObject(code('document_trashed'));
  });

  it('is for editors; outsiders are not told of the space', async () => {
    const input = { spaceId: space.id, title: 'x', parentId: null };
    await expect(createDocument(world.as(reader), input)).rejects.toMatchObject(code('forbidden'));
    await expect(createDocument(world.as(outsider), input)).rejects.toMatchObject(code('not_found'));
  });
});

describe('moving', () => {
  it('puts it behind a sibling, first, or under another', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await moveDocument(op, { documentId: c, parentId: null, afterId: a });
    expect(await tree()).toEqual(['A', 'C', 'B']);
    await moveDocument(op, { documentId: b, parentId: null, afterId: null });
    expect(await tree()).toEqual(['B', 'A', 'C']);
    await moveDocument(op, { documentId: a, parentId: c, afterId: null });
    expect(await tree()).toEqual(['B', 'C', '  A']);
    const moved = await getDocument(op, { documentId: a });
    expect(moved.ancestors).toEqual([{ id: c, title: 'C' }]);
  });

  it('never makes a ring, also when two people try at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [a, b] = [await make(`A${round}`), await make(`B${round}`)];
      const outcomes = await Promise.allSettled([
        moveDocument(world.as(ines), { documentId: a, parentId: b, afterId: null }),
        moveDocument(world.as(jonas), { documentId: b, parentId: a, afterId: null }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const failed = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(failed.reason).toMatchObject(code('moved_under_itself'));
    }
    const a = await make('A');
    await expect(moveDocument(op, { documentId: a, parentId: a, afterId: null })).rejects.toMatchObject(
      code('moved_under_itself'),
    );
  });

  it('counts what comes along for the depth', async () => {
    let deep: string | null = null;
    for (let level = 0; level < LIMITS.documentDepth - 1; level += 1) deep = await make(`L${level}`, deep);
    const top = await make('top');
    await moveDocument(op, { documentId: await make('leaf'), parentId: deep, afterId: null });
    await make('below', top);
    await expect(moveDocument(op, { documentId: top, parentId: deep, afterId: null })).rejects.toMatchObject(
      code('too_deep'),
    );
  });

  it('refuses a sibling that stands elsewhere, and other spaces', async () => {
    const [a, b] = [await make('A'), await make('B')];
    const inner = await make('inner', b);
    const move = (place: { parentId: string | null; afterId: string | null }) =>
      moveDocument(op, { documentId: a, ...place });
    await expect(move({ parentId: null, afterId: inner })).rejects.toMatchObject(code('conflict'));
    await expect(move({ parentId: null, afterId: a })).rejects.toMatchObject(code('conflict'));
    const other = await world.space(ines, 'Other');
    const foreign = await world.document(ines, other.id, 'Foreign');
    await expect(move({ parentId: foreign, afterId: null })).rejects.toMatchObject(code('not_found'));
    await expect(move({ parentId: null, afterId: foreign })).rejects.toMatchObject(code('conflict'));
    await expect(
      moveDocument(world.as(reader), { documentId: a, parentId: b, afterId: null }),
    ).rejects.toMatchObject(code('forbidden'));
  });
});

describe('the trash', () => {
  it('takes along what is below, and gives back only what it took', async () => {
    const a = await make('A');
    const a1 = await make('A1', a);
    await make('A1a', a1);
    const a2 = await make('A2', a);
    await make('B');
    await trashDocument(op, { documentId: a2 });
    await trashDocument(op, { documentId: a });
    expect(await tree()).toEqual(['B']);
    expect(await tree(true)).toHaveLength(4);
    await restoreDocument(op, { documentId: a });
    expect(await tree()).toEqual(['A', '  A1', '    A1a', 'B']);
    await restoreDocument(op, { documentId: a2 });
    expect(await tree()).toEqual(['A', '  A1', '    A1a', '  A2', 'B']);
    expect((await events()).filter((change) => change === 'trashed')).toHaveLength(4);
    expect((await events()).filter((change) => change === 'restored')).toHaveLength(4);
  });

  it('gives a child back to the root while its parent stays', async () => {
    const a = await make('A');
    const a1 = await make('A1', a);
    await make('A1a', a1);
    await make('B');
    await trashDocument(op, { documentId: a });
    await restoreDocument(op, { documentId: a1 });
    expect(await tree()).toEqual(['B', 'A1', '  A1a']);
    await restoreDocument(op, { documentId: a });
    expect(await tree()).toEqual(['A', 'B', 'A1', '  A1a']);
  });

  it('is the same when done twice or by two at once', async () => {
    const a = await make('A');
    await Promise.all([
      trashDocument(world.as(ines), { documentId: a }),
      trashDocument(world.as(jonas), { documentId: a }),
    ]);
    expect((await events()).filter((change) => change === 'trashed')).toHaveLength(1);
    expect((await restoreDocument(op, { documentId: a })).trashedAt).toBeNull();
    expect((await restoreDocument(op, { documentId: a })).trashedAt).toBeNull();
  });

  it('hides from readers and refuses changes', async () => {
    const a = await make('A');
    await trashDocument(world.as(jonas), { documentId: a });
    await expect(getDocument(world.as(reader), { documentId: a })).rejects.toMatchObject(code('not_found'));
    await expect(listTree(world.as(reader), { spaceId: space.id, trashed: true })).rejects.toMatchObject(
      code('forbidden'),
    );
    await expect(renameDocument(op, { documentId: a, title: 'x' })).rejects.toMatchObject(
      code('document_trashed'),
    );
    await expect(moveDocument(op, { documentId: a, parentId: null, afterId: null })).rejects.toMatchObject(
      code('document_trashed'),
    );
    await expect(renameDocument(world.as(reader), { documentId: a, title: 'x' })).rejects.toMatchObject(
      code('not_found'),
    );
    await expect(restoreDocument(world.as(reader), { documentId: a })).rejects.toMatchObject(
      code('not_found'),
    );
    expect((await listDocuments(op, { limit: 50, spaceId: space.id })).items).toEqual([]);
    expect((await getDocument(op, { documentId: a })).abilities).toMatchObject({
      write: false,
      restore: true,
    });
  });
});

describe('renaming', () => {
  it('changes name and search text, keeping what was written', async () => {
    const a = await make('A');
    await world.database.document.update({ where: { id: a }, data: { plainText: 'Écluse de l’ouest' } });
    const renamed = await renameDocument(world.as(jonas), { documentId: a, title: 'Les Digues' });
    expect(renamed).toMatchObject({ title: 'Les Digues', editedBy: { name: 'Jonas Weber' } });
    const row = await world.database.document.findUniqueOrThrow({ where: { id: a } });
    expect(row.searchText).toBe('les digues ecluse de l ouest');
    expect(await events()).toEqual(['created', 'renamed']);
    await renameDocument(op, { documentId: a, title: 'Les Digues' });
    expect(await events()).toEqual(['created', 'renamed']);
  });
});
