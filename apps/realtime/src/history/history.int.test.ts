import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool, type PoolClient } from 'pg';
import * as Y from 'yjs';
import { compactStored } from '../compaction/compactStored';
import { createHouse, type House, type Resident } from '../testing/createHouse';
import { killEverywhere } from '../testing/killEverywhere';
import { startServerProcess } from '../testing/startServerProcess';
import { findThinnable } from './findThinnable';
import { listHistory, readStateAt } from './readHistory';
import { thinStored } from './thinStored';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** In the middle of ten minutes, some days ago. */
const THEN = Math.floor(Date.now() / (10 * MINUTE)) * 10 * MINUTE - 3 * DAY + 2 * MINUTE;

let database: TestDatabase;
let house: House;
let pool: Pool;
let spaceId: string;
let ines: Resident;
let jonas: Resident;

beforeAll(async () => {
  database = await testDatabase();
  house = createHouse(database.url);
  pool = new Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  [ines, jonas] = [await house.person('Ines'), await house.person('Jonas')];
  spaceId = await house.space();
});

afterAll(async () => {
  await pool.end();
  await house.close();
  await database.drop();
});

interface Word {
  readonly by: Resident;
  readonly text: string;
  /** Minutes after `THEN`. */
  readonly at: number;
}

/** Two people within ten minutes, one of them again twenty minutes later, and a word of today. */
const words = (): Word[] => [
  { by: ines, text: 'one ', at: 0 },
  { by: jonas, text: 'two ', at: 1 },
  { by: ines, text: 'three ', at: 2 },
  { by: jonas, text: 'four ', at: 3 },
  { by: ines, text: 'five ', at: 20 },
  { by: ines, text: 'six ', at: 21 },
  { by: jonas, text: 'now ', at: 3 * 24 * 60 - 30 },
];

/** A document in which this was written, each word a row. */
async function write(): Promise<string> {
  const documentId = await house.document(spaceId, ines);
  await house.query('UPDATE documents SET edited_at = $2 WHERE id = $1', [documentId, new Date(THEN - DAY)]);
  const docs = new Map([ines, jonas].map((person) => [person.userId, new Y.Doc()]));
  for (const { by, text, at } of words()) {
    const doc = docs.get(by.userId) as Y.Doc;
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(doc.getText('t').length, text);
    const update = Y.encodeStateAsUpdate(doc, before);
    for (const other of docs.values()) Y.applyUpdate(other, update);
    await house.query(
      `INSERT INTO document_updates (document_id, epoch, update, author_ids, created_at) VALUES ($1, 1, $2, $3, $4)`,
      [documentId, Buffer.from(update), [by.userId], new Date(THEN + at * MINUTE)],
    );
  }
  return documentId;
}

async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

const compact = (documentId: string) =>
  withClient((client) => compactStored(client, { kind: 'compact', documentId, snapshot: true }, true));
const thin = (documentId: string) => withClient((client) => thinStored(client, documentId, new Date()));

const mentions = async (documentId: string): Promise<number> =>
  (await house.query('SELECT FROM document_mentions WHERE document_id = $1', [documentId])).rowCount ?? 0;

const counts = async (documentId: string): Promise<number[]> => {
  const { rows } = await house.query(
    `SELECT (SELECT count(*)::int FROM document_updates WHERE document_id = $1) AS rows,
            (SELECT count(*)::int FROM document_history WHERE document_id = $1) AS pieces,
            (SELECT count(*)::int FROM document_snapshots WHERE document_id = $1) AS snapshots`,
    [documentId],
  );
  return [rows[0].rows, rows[0].pieces, rows[0].snapshots];
};

const events = async (documentId: string): Promise<number> =>
  (
    await house.query(`SELECT count(*)::int AS n FROM outbox_events WHERE event->>'documentId' = $1`, [
      documentId,
    ])
  ).rows[0].n;

const textOf = (update: Uint8Array): string => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
};

const ALL = 'one two three four five six now ';

describe('history', () => {
  it('RT-15 keeps who wrote what in which ten minutes, and the rows of the last day', async () => {
    const documentId = await write();
    expect(await thin(documentId)).toBe('nothing');
    await compact(documentId);
    expect(await thin(documentId)).toBe('thinned');
    expect(await counts(documentId)).toEqual([1, 3, 1]);
    const entries = await listHistory(pool, documentId);
    expect(entries.map(({ span, authorIds }) => [span, ...authorIds])).toEqual([
      ['row', jonas.userId],
      ['sitting', ines.userId],
      ['sitting', jonas.userId],
      ['sitting', ines.userId],
    ]);
    expect(entries[1]?.beganAt).toEqual(new Date(THEN + 20 * MINUTE));
    expect(entries[1]?.endedAt).toEqual(new Date(THEN + 21 * MINUTE));
    expect(await listHistory(pool, documentId, new Date(THEN + 10 * MINUTE))).toEqual(entries.slice(2));
    expect(await thin(documentId)).toBe('nothing');
    expect((await house.stored(documentId)).getText('t').toString()).toBe(ALL);
  });

  it('RT-16 tells what a document was at a moment, before and after it was thinned', async () => {
    const documentId = await write();
    const at = async (minutes: number) => {
      const state = await readStateAt(pool, documentId, new Date(THEN + minutes * MINUTE));
      return state && textOf(state.update);
    };
    expect(await at(-1)).toBeNull();
    expect(await at(2)).toBe('one two three ');
    expect(await at(15)).toBe('one two three four ');
    await compact(documentId);
    await thin(documentId);
    expect(await at(-1)).toBeNull();
    // Within ten minutes that were thinned the state is the one before them.
    expect(await at(2)).toBeNull();
    expect(await at(15)).toBe('one two three four ');
    expect(await at(20.5)).toBe('one two three four ');
    expect((await readStateAt(pool, documentId, new Date(THEN + 20.5 * MINUTE)))?.asOf.getTime()).toBe(
      THEN + 20 * MINUTE - 1,
    );
    expect(await at(60)).toBe('one two three four five six ');
    expect(await at(5 * 24 * 60)).toBe(ALL);
  });

  it('RT-17 is thinned completely or not at all when it is killed, at whichever query', async () => {
    const prepare = async () => {
      const documentId = await write();
      await compact(documentId);
      return documentId;
    };
    const kills = await killEverywhere(
      pool,
      prepare,
      (client, documentId) => thinStored(client, documentId, new Date()),
      async (documentId, unchanged) => {
        expect(await counts(documentId)).toEqual(unchanged ? [7, 0, 1] : [1, 3, 1]);
        await thin(documentId);
        expect(await counts(documentId)).toEqual([1, 3, 1]);
        const state = await readStateAt(pool, documentId, new Date());
        expect(state && textOf(state.update)).toBe(ALL);
      },
    );
    // Base, pieces, rows, BEGIN, the lock, two deletions, three pieces, COMMIT; each unsent and unanswered.
    expect(kills).toBe(22);
  });

  it('RT-13 compaction has changed everything or nothing when it is killed, at whichever query', async () => {
    const prepare = async () => {
      const documentId = await write();
      // Named in what was there before, and no more.
      await house.query('INSERT INTO document_mentions (document_id, user_id, count) VALUES ($1, $2, 1)', [
        documentId,
        jonas.userId,
      ]);
      return documentId;
    };
    const kills = await killEverywhere(
      pool,
      prepare,
      (client, documentId) => compactStored(client, { kind: 'compact', documentId, snapshot: true }, true),
      async (documentId, unchanged) => {
        expect(await counts(documentId)).toEqual([7, 0, unchanged ? 0 : 1]);
        expect(await mentions(documentId)).toBe(unchanged ? 1 : 0);
        expect((await house.stored(documentId)).getText('t').toString()).toBe(ALL);
        expect((await compact(documentId)).outcome).toBe(unchanged ? 'written' : 'nothing');
        expect(await counts(documentId)).toEqual([7, 0, 1]);
        expect(await mentions(documentId)).toBe(0);
        expect(await events(documentId)).toBe(1);
      },
    );
    // Base, rows, BEGIN, the lock, the snapshot, the document, whom it names, the event, COMMIT.
    expect(kills).toBe(18);
  });

  it('RT-17 leaves every row where it is when the history does not make up the document', async () => {
    const documentId = await write();
    await compact(documentId);
    await house.query(
      'DELETE FROM document_updates WHERE (document_id, seq) IN (SELECT document_id, min(seq) FROM document_updates WHERE document_id = $1 GROUP BY document_id)',
      [documentId],
    );
    await expect(thin(documentId)).rejects.toThrow('does not make up');
    expect(await counts(documentId)).toEqual([6, 0, 1]);
  });

  it('RT-18 goes with the content when that is erased, and with the document', async () => {
    const [erased, deleted] = [await write(), await write()];
    for (const documentId of [erased, deleted]) {
      await compact(documentId);
      await thin(documentId);
    }
    await house.query('UPDATE documents SET epoch = epoch + 1 WHERE id = $1', [erased]);
    await house.query('DELETE FROM documents WHERE id = $1', [deleted]);
    for (const documentId of [erased, deleted]) {
      expect(await counts(documentId)).toEqual([0, 0, 0]);
      expect(await listHistory(pool, documentId)).toEqual([]);
      expect(await readStateAt(pool, documentId, new Date())).toBeNull();
    }
  });

  it('RT-17 does not bring back what is erased while it is thinned', async () => {
    const documentId = await write();
    await compact(documentId);
    const eraser = await pool.connect();
    await eraser.query('BEGIN');
    await eraser.query('UPDATE documents SET epoch = epoch + 1 WHERE id = $1', [documentId]);
    const thinned = thin(documentId);
    const waits = () =>
      house.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
    await until(async () => (await waits()).rowCount !== 0, 'thinning waits for the eraser');
    await eraser.query('COMMIT');
    eraser.release();
    expect(await thinned).toBe('lost');
    expect(await counts(documentId)).toEqual([0, 0, 0]);
  });

  it('RT-15 is thinned by a running server, document after document, until none is due', async () => {
    const documents = [await write(), await write(), await write()];
    for (const documentId of documents) await compact(documentId);
    expect(await withClient((client) => findThinnable(client, new Date(), []))).not.toBeNull();
    const server = await startServerProcess(database.url, undefined, {
      REALTIME_LIMITS: '{"thinFirstMs":9}',
    });
    try {
      const found = () => Promise.all(documents.map(counts));
      const done = async () => (await found()).every(([rows, pieces]) => rows === 1 && pieces === 3);
      await until(done, 'thinned', 90_000);
    } finally {
      await server.end('SIGTERM');
    }
  });
});
