import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { beginTestRun, startPostgres, testDatabase, until } from '@hemicycle/testing';
import * as Y from 'yjs';
import { createHouse, type House, type Resident } from '../../apps/realtime/src/testing/createHouse';
import { type ServerProcess, startServerProcess } from '../../apps/realtime/src/testing/startServerProcess';
import { generateClient } from '../../infra/local/build.mjs';
import { freePorts } from '../../infra/local/ports.mjs';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import { type IdleSocket, openIdle } from './openIdle';

/** What an idle open document may hold beyond its sockets, its text included. Bytes. */
const GOAL_PER_DOCUMENT = 15_000;
/** What 10,000 opens and closes, and documents nobody has open any more, may leave behind in all. Bytes. */
const GOAL_LEFT = 2_000_000;
/** Characters of each document. */
const TEXT = 2_000;
/** Below the server's limit of sockets per account. */
const SOCKETS_PER_PERSON = 90;
const AT_ONCE = 40;

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000' }, opens: { type: 'string', default: '10000' } },
});
const DOCUMENTS = Number(values.documents);
const OPENS = Number(values.opens);

interface Memory {
  held: number;
  rss: number;
}

interface Scene {
  readonly server: ServerProcess;
  readonly documents: readonly string[];
  /** Heap and what it holds outside, after collecting garbage. */
  memory(): Promise<Memory>;
  open(documentId: string, index: number): Promise<IdleSocket>;
}

/** Runs `work` for 0 … count − 1, some at a time. */
async function each<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function makeDocuments(house: House, spaceId: string, owner: Resident): Promise<string[]> {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'word '.repeat(TEXT / 5));
  const ids = Array.from({ length: DOCUMENTS }, () => randomUUID());
  await house.query(
    `INSERT INTO documents (id, space_id, position, title, created_by_id)
     SELECT id, $2, 'a0', 'Title', $3 FROM unnest($1::uuid[]) id`,
    [ids, spaceId, owner.userId],
  );
  await house.query(
    `INSERT INTO document_updates (document_id, epoch, update, author_ids)
     SELECT id, 1, $2, '{}' FROM unnest($1::uuid[]) id`,
    [ids, Buffer.from(Y.encodeStateAsUpdate(doc))],
  );
  return ids;
}

/** Nobody is there, nothing waits, everything written is compacted. */
async function empty({ server, memory }: Scene): Promise<Memory> {
  await until(async () => (await server.metric('realtime_connections')) === 0, 'sockets gone', 60_000);
  await until(async () => (await server.metric('realtime_rooms')) === 0, 'rooms gone', 60_000);
  let before = -1;
  let since = performance.now();
  await until(
    async () => {
      const now = await server.metric('realtime_compactions_total');
      if (now !== before) since = performance.now();
      before = now;
      return performance.now() - since > 6_000;
    },
    'compaction at rest',
    600_000,
  );
  return memory();
}

async function measure(scene: Scene): Promise<Record<string, number>> {
  const { documents, memory, open } = scene;
  const [one = ''] = documents;
  const closeAll = (sockets: readonly IdleSocket[]) =>
    each(sockets.length, (i) => sockets[i]?.close() ?? Promise.resolve());
  const openAndClose = async (index: number) => {
    const socket = await open(documents[index % documents.length] ?? '', index);
    if (index % 10 === 0) await socket.edit();
    await socket.close();
  };
  console.error('Warming up …');
  await each(DOCUMENTS, openAndClose);
  const atRest = await empty(scene);
  console.error(`${DOCUMENTS} sockets on one document …`);
  const together = await each(DOCUMENTS, (index) => open(one, index));
  const onOne = await memory();
  await closeAll(together);
  await empty(scene);
  console.error(`${DOCUMENTS} documents with a socket each …`);
  const apart = await each(DOCUMENTS, (index) => open(documents[index] ?? '', index));
  const onMany = await memory();
  await closeAll(apart);
  const closed = await empty(scene);
  console.error(`${OPENS} opens and closes …`);
  await each(OPENS, openAndClose);
  const after = await empty(scene);
  return {
    atRest: atRest.held,
    perSocket: (onOne.held - atRest.held) / DOCUMENTS,
    perDocument: (onMany.held - onOne.held) / DOCUMENTS,
    leftByClosedDocuments: closed.held - atRest.held,
    leftByOpensAndCloses: after.held - closed.held,
    rssAtTheEnd: after.rss,
  };
}

const run = await beginTestRun();
ownTestRun(run);
try {
  await generateClient(run.settings);
  const database = await testDatabase(await startPostgres());
  const house = createHouse(database.url);
  const people: Resident[] = [];
  const spaceId = await house.space();
  for (let i = 0; i <= DOCUMENTS / SOCKETS_PER_PERSON; i++) {
    const person = await house.person(`Person ${i}`);
    await house.grant(spaceId, person, 'editor');
    people.push(person);
  }
  const [owner] = people;
  if (!owner) throw new Error('nobody is there');
  const documents = await makeDocuments(house, spaceId, owner);
  const [port = 0] = await freePorts(1);
  const entry = `${import.meta.dirname}/server.ts`;
  const server = await startServerProcess(database.url, [
    '--expose-gc',
    '--import',
    'tsx',
    entry,
    String(port),
  ]);
  const results = await measure({
    server,
    documents,
    memory: async () => (await (await fetch(`http://127.0.0.1:${port}`)).json()) as Memory,
    open: async (documentId, index) => {
      const person = people[index % people.length] ?? owner;
      const ticket = await house.ticket(person, documentId);
      return openIdle(`${server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`);
    },
  });
  await server.end('SIGTERM');
  await house.close();
  console.log(JSON.stringify({ documents: DOCUMENTS, opens: OPENS, results }, null, 2));
  const rows = [
    ['idle open document beyond its socket', results.perDocument, GOAL_PER_DOCUMENT],
    ['documents nobody has open any more', results.leftByClosedDocuments, GOAL_LEFT],
    [`${OPENS} opens and closes`, results.leftByOpensAndCloses, GOAL_LEFT],
  ] as const;
  console.table(
    Object.fromEntries(
      rows.map(([what, bytes = Number.NaN, goal]) => [
        what,
        { bytes: Math.round(bytes), 'at most': goal, holds: bytes <= goal },
      ]),
    ),
  );
  process.exitCode = rows.every(([, bytes = Number.NaN, goal]) => bytes <= goal) ? 0 : 1;
} finally {
  await endTestRun(run);
}
