import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '@hemicycle/contracts';
import { newId } from '@hemicycle/db';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createFolderBlobStore } from '../blobs/createFolderBlobStore';
import type { Operation } from '../operation';
import type { Services } from '../Services';
import { addMember } from '../spaces';
import { createDocument } from './createDocument';
import { getDocument } from './getDocument';
import { listDocuments } from './listDocuments';
import { listTree } from './listTree';
import { readImage } from './readImage';
import { trashDocument } from './trashDocument';
import { uploadImage } from './uploadImage';

let folder: string;
let world: TestWorld;
let ines: TestPerson;
let jonas: TestPerson;
let reader: TestPerson;
let outsider: TestPerson;
let space: TestSpace;
let op: Operation;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  world = await createWorld({ services: { blobs: createFolderBlobStore(folder) } as Services });
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
afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

const code = (expected: string) => ({ code: expected });
const make = async (title: string, parentId: string | null = null) =>
  (await createDocument(op, { spaceId: space.id, title, parentId })).id;

/** The operation with its queries counted. */
function countQueries(op: Operation): { op: Operation; queries: () => number } {
  let queries = 0;
  const db = op.database.$extends({
    query: {
      $allOperations({ args, query }) {
        queries += 1;
        return query(args);
      },
    },
  });
  return { op: { ...op, db: db as unknown as Operation['db'] }, queries: () => queries };
}

describe('recent documents', () => {
  it('pages through what the caller may read, newest first, without a gap or a repeat', async () => {
    const other = await world.space(outsider, 'Other');
    await world.document(outsider, other.id, 'Not yours');
    const person = await world.person('New Comer');
    const own = await world.space(person, 'Own');
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) ids.push(await world.document(person, own.id, `D${count}`));
    // The same moment of editing: the id decides.
    await world.database.document.updateMany({ where: { id: { in: ids } }, data: { editedAt: new Date(0) } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDocuments(world.as(person), { limit: 3, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...ids].reverse());
  });

  it('has single documents that were granted, with what is below, and nothing of their surroundings', async () => {
    const a = await make('Secret parent');
    const b = await make('Shared', a);
    const c = await make('Below', b);
    await world.database.grant.create({
      data: { id: newId(), resourceType: 'document', resourceId: b, userId: outsider.id, role: 'reader' },
    });
    const { items } = await listDocuments(world.as(outsider), { limit: 50 });
    const titles = items.filter(({ spaceId }) => spaceId === space.id).map(({ title }) => title);
    expect(titles.sort()).toEqual(['Below', 'Shared']);
    expect((await getDocument(world.as(outsider), { documentId: c })).ancestors).toEqual([
      { id: b, title: 'Shared' },
    ]);
    expect((await getDocument(world.as(outsider), { documentId: b })).ancestors).toEqual([]);
    await expect(getDocument(world.as(outsider), { documentId: a })).rejects.toMatchObject(code('not_found'));
    await expect(listTree(world.as(outsider), { spaceId: space.id, trashed: false })).rejects.toMatchObject(
      code('not_found'),
    );
    await world.database.grant.updateMany({
      where: { resourceId: b },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await expect(getDocument(world.as(outsider), { documentId: b })).rejects.toMatchObject(code('not_found'));
  });
});

describe('abilities', () => {
  it('ACC-6 come with every document of a list, by one query for the page', async () => {
    const visitor = await world.person('Visitor');
    const own = await make('Open to write');
    const below = await make('Below', own);
    const grant = { resourceType: 'document', resourceId: own, role: 'editor' } as const;
    await world.database.grant.create({ data: { id: newId(), ...grant, userId: visitor.id } });
    await make('Only to read');
    await addMember(op, { spaceId: space.id, userId: visitor.id, role: 'reader' });
    const counted = countQueries(world.as(visitor));
    const { items } = await listDocuments(counted.op, { limit: 50 });
    expect(new Map(items.map(({ title, abilities }) => [title, abilities.write]))).toEqual(
      new Map([
        ['Open to write', true],
        ['Below', true],
        ['Only to read', false],
      ]),
    );
    expect(counted.queries()).toBe(2);
    const tree = await listTree(world.as(visitor), { spaceId: space.id, trashed: false });
    expect(
      tree.items
        .filter(({ abilities }) => abilities.write)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([own, below].sort());
    const trash = await listTree(op, { spaceId: space.id, trashed: true });
    expect(trash.items.every(({ abilities }) => abilities.restore && !abilities.write)).toBe(true);
  });
});

describe('images', () => {
  const PNG = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  );

  it('come back byte for byte to who may read the document, under no other document', async () => {
    const [a, b] = [await make('A'), await make('B')];
    const image = await uploadImage(op, { documentId: a, bytes: PNG });
    expect(image).toMatchObject({ width: 1, height: 1, url: `/api/v1/documents/${a}/images/${image.id}` });
    const stored = await readImage(world.as(reader), { shown: true, documentId: a, imageId: image.id });
    expect(stored).toMatchObject({ contentType: 'image/png', bytes: PNG.byteLength });
    const body = await new Response(await stored.open()).arrayBuffer();
    expect(Buffer.from(body)).toEqual(Buffer.from(PNG));
    for (const [person, documentId] of [
      [reader, b],
      [outsider, a],
    ] as const) {
      await expect(
        readImage(world.as(person), { shown: true, documentId, imageId: image.id }),
      ).rejects.toMatchObject(code('not_found'));
    }
  });

  it('are refused when they are none, too large, unfold too far, or come from readers or into the trash', async () => {
    const a = await make('A');
    const put = (bytes: Uint8Array, person = ines) => uploadImage(world.as(person), { documentId: a, bytes });
    await expect(put(new TextEncoder().encode('<svg onload="alert(1)"/>'))).rejects.toMatchObject(
      code('unsupported_media'),
    );
    const huge = PNG.slice();
    new DataView(huge.buffer).setUint32(16, 100_000);
    new DataView(huge.buffer).setUint32(20, 100_000);
    await expect(put(huge)).rejects.toMatchObject(code('payload_too_large'));
    const long = new Uint8Array(LIMITS.imageBytes + 1);
    long.set(PNG);
    await expect(put(long)).rejects.toMatchObject(code('payload_too_large'));
    await expect(put(PNG, reader)).rejects.toMatchObject(code('forbidden'));
    await expect(put(PNG, outsider)).rejects.toMatchObject(code('not_found'));
    await trashDocument(op, { documentId: a });
    await expect(put(PNG)).rejects.toMatchObject(code('document_trashed'));
    expect(await world.database.documentImage.count({ where: { documentId: a } })).toBe(0);
  });
});
