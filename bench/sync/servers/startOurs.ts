import { testDatabase, until } from '@hemicycle/testing';
import { nodeFlags } from '../../../apps/realtime/nodeFlags.mjs';
import { createHouse, type House, type Resident } from '../../../apps/realtime/src/testing/createHouse';
import { PUBLIC_ORIGIN } from '../../../apps/realtime/src/testing/startServerProcess';
import { root } from '../../../infra/local/paths.mjs';
import type { RunningServer, ServerOptions } from './RunningServer';
import { ServerProcess } from './ServerProcess';

/** Compaction waits for 4 s of rest, and takes its time for a long tail. Milliseconds. */
const COMPACTED_WITHIN = 60_000;
/** Accounts of each role; below what one account may hold open. */
const PEOPLE = 50;

/** Our realtime server as it is deployed: its bundle, on PostgreSQL, with tickets and rights. */
export async function startOurs(nodeArgs: readonly string[], options: ServerOptions): Promise<RunningServer> {
  const database = await testDatabase();
  const house = createHouse(database.url);
  const spaceId = await house.space();
  const people = async (role: 'editor' | 'reader'): Promise<Resident[]> => {
    const made: Resident[] = [];
    for (let i = 0; i < PEOPLE; i++) {
      const person = await house.person(`${role} ${i}`);
      await house.grant(spaceId, person, role, { silent: true });
      made.push(person);
    }
    return made;
  };
  const [editors, readers] = [await people('editor'), await people('reader')];
  let next = 0;
  const plan =
    ({ limits }: ServerOptions) =>
    (port: number) => ({
      cwd: `${root}/apps/realtime`,
      args: [...nodeArgs, ...nodeFlags, 'dist/main.js'],
      env: {
        DATABASE_URL: database.url,
        HEMICYCLE_URL: PUBLIC_ORIGIN,
        REALTIME_PORT: String(port),
        LOG_LEVEL: 'info',
        ...(limits ? { REALTIME_LIMITS: JSON.stringify(limits) } : {}),
      },
    });
  const process = await ServerProcess.start(plan(options));
  return {
    name: 'ours',
    get pid() {
      return process.pid;
    },
    documents: async (count) => {
      const ids: string[] = [];
      for (let i = 0; i < count; i++) ids.push(await house.document(spaceId, editors[0] as Resident));
      return ids;
    },
    addresses: (document, writes) =>
      Promise.all(
        writes.map(async (mayWrite) => {
          const person = (mayWrite ? editors : readers)[next++ % PEOPLE] as Resident;
          const ticket = await house.ticket(person, document);
          const path = `/realtime/documents/${document}?ticket=${ticket}`;
          return { port: process.port, path, dialect: 'yjs' as const, document };
        }),
      ),
    settled: (document) => until(() => compacted(house, document), 'compacted', COMPACTED_WITHIN),
    restart: async (changed) => {
      await process.stop();
      await process.start(plan(changed ?? options));
    },
    stop: async () => {
      await process.stop();
      await house.close();
      await database.drop();
    },
  };
}

async function compacted(house: House, document: string): Promise<boolean> {
  const found = await house.query(
    `SELECT s.through_seq = (SELECT max(seq) FROM document_updates WHERE document_id = $1) AS all
     FROM document_snapshots s WHERE s.document_id = $1`,
    [document],
  );
  return found.rows[0]?.all === true;
}
