import { contentUpdate } from '@hemicycle/collab/schema';
import { tellDocumentMentions } from '@hemicycle/core';
import { createWorld, type TestPerson, type TestWorld } from '@hemicycle/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { compactStored } from './compactStored';

let world: TestWorld;
let pool: Pool;
beforeAll(async () => {
  world = await createWorld();
  pool = new Pool({ connectionString: world.databaseUrl, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await world.close();
});

/** Somebody's sitting, in which the document comes to name these people; stored as the server stores it. */
async function write(documentId: string, author: TestPerson, named: readonly { id: string; name: string }[]) {
  const mentions = named.map(({ id, name }) => ({ type: 'mention', attrs: { id, label: name } }));
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'See ' }, ...mentions] };
  const update = contentUpdate({ type: 'doc', content: [paragraph] });
  await world.database.documentUpdate.create({
    data: { documentId, epoch: 1, update: new Uint8Array(update), authorIds: [author.id] },
    select: { seq: true },
  });
  const client = await pool.connect();
  try {
    return await compactStored(client, { kind: 'compact', documentId, snapshot: true }, true);
  } finally {
    client.release();
  }
}

it('NTF-15 whom a document names is stored with its text, and told by whom', async () => {
  const [owner, editor, reader] = [
    await world.person('Owner Moreau'),
    await world.person('Editor Weber'),
    await world.person('Reader Ruiz'),
  ];
  const space = await world.space(owner, 'Harbours', [
    [editor, 'editor'],
    [reader, 'reader'],
  ]);
  const documentId = await world.document(owner, space.id, 'Plan');
  await world.database.notification.deleteMany();
  // What its maker wrote is stored by now.
  await write(documentId, owner, []);
  const nobody = { id: '01890000-0000-7000-8000-00000000dead', name: 'Nobody' };
  const forged = { id: "x'); DROP TABLE users; --", name: 'Forged' };
  expect(await write(documentId, editor, [reader, nobody, forged])).toMatchObject({ outcome: 'written' });
  await tellDocumentMentions(world.as(owner));
  // Stored again without a new mention: nothing to tell.
  await write(documentId, owner, []);
  await tellDocumentMentions(world.as(owner));
  const told = await world.database.notification.findMany({
    select: { userId: true, actorId: true, documentId: true },
  });
  expect(told).toEqual([{ userId: reader.id, actorId: editor.id, documentId }]);
  expect(await world.database.documentMention.findMany({ select: { userId: true, count: true } })).toEqual([
    { userId: reader.id, count: 1 },
  ]);
});
