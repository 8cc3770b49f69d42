import { type TestDatabase, testDatabase, until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { createHouse, type House } from '../testing/createHouse';
import { createDocumentStore, DOCUMENTS_CHANNEL, type DocumentStore } from './documentStore';

let database: TestDatabase;
let house: House;
let pool: Pool;
let store: DocumentStore;
let documents: string[];
let alone = false;

beforeAll(async () => {
  database = await testDatabase();
  house = createHouse(database.url);
  pool = new Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const wakeUps = { notifiesInCommit: true, publish: async () => undefined };
  store = createDocumentStore({ pool, commitPool: pool }, 'node-1', wakeUps, () => alone);
  const person = await house.person('Writer');
  const spaceId = await house.space();
  documents = await Promise.all([1, 2, 3].map(() => house.document(spaceId, person)));
});

afterAll(async () => {
  await pool.end();
  await house.close();
  await database.drop();
});

const row = (documentId: string, bytes: number[], epoch = 1) => ({
  documentId,
  epoch,
  update: Uint8Array.from(bytes),
  authorIds: ['01a206ea-0000-7000-8000-000000000001', '01a206ea-0000-7000-8000-000000000002'],
});

describe('RT-43 the document store', () => {
  it('writes many documents at once, each with its own bytes, authors and number', async () => {
    const [one, two, three] = documents as [string, string, string];
    const seqs = await store.commit([row(one, [1, 2, 3]), row(two, [4], 2), row(three, [5, 6])], false);
    expect(seqs[1]).toBeNull();
    const stored = await house.query(
      'SELECT document_id, seq, update, author_ids FROM document_updates ORDER BY document_id',
    );
    expect(stored.rows).toHaveLength(2);
    const first = stored.rows.find((each) => each.document_id === one);
    expect([...first.update]).toEqual([1, 2, 3]);
    expect(first.author_ids).toHaveLength(2);
    expect(BigInt(first.seq)).toBe(seqs[0]);
    expect([...stored.rows.find((each) => each.document_id === three).update]).toEqual([5, 6]);
    expect(await store.epochs([one, '01a206ea-0000-7000-8000-000000000009'])).toEqual(new Map([[one, 1]]));
  });

  it('gives numbers in the order of commits, also when another node is in the middle of one', async () => {
    const [one] = documents as [string];
    const other = await pool.connect();
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM documents WHERE id = $1 FOR NO KEY UPDATE', [one]);
    const inserted = await other.query(
      `INSERT INTO document_updates (document_id, epoch, update, author_ids) VALUES ($1, 1, '\\x00', '{}') RETURNING seq`,
      [one],
    );
    let committed = false;
    const commit = store.commit([row(one, [7])], false).then((seqs) => {
      committed = true;
      return seqs[0];
    });
    const waiting = async () =>
      (
        await house.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).rowCount === 1;
    try {
      await until(async () => committed || (await waiting()), 'waits for the other node');
      expect(committed).toBe(false);
    } finally {
      await other.query('COMMIT');
      other.release();
    }
    expect(await commit).toBeGreaterThan(BigInt(inserted.rows[0].seq));
  });

  it('RT-119 leaves out what another transaction holds, and tells it from what is gone', async () => {
    const [one, two, three] = documents as [string, string, string];
    const other = await pool.connect();
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM documents WHERE id = $1 FOR UPDATE', [one]);
    try {
      const rows = [row(one, [8]), row(two, [8]), row(three, [8], 2)];
      const [held, stored, gone] = await store.commit(rows, true);
      expect([held, typeof stored, gone]).toEqual(['held', 'bigint', null]);
    } finally {
      await other.query('ROLLBACK');
      other.release();
    }
    const again = await store.commit([row(one, [8])], true);
    expect(typeof again[0]).toBe('bigint');
  });

  it('wakes other nodes with the documents of the commit, and nobody while there is no other node', async () => {
    const client = await pool.connect();
    const heard: string[] = [];
    client.on('notification', (message) => void heard.push(message.payload ?? ''));
    await client.query(`LISTEN ${DOCUMENTS_CHANNEL}`);
    alone = true;
    await store.commit(
      documents.slice(1).map((id) => row(id, [1])),
      false,
    );
    alone = false;
    await store.commit(
      documents.map((id) => row(id, [1])),
      false,
    );
    await until(() => heard.length > 0, 'notification');
    expect(heard).toEqual([`node-1|${documents.join(',')}`]);
    client.release(true);
  });
});
