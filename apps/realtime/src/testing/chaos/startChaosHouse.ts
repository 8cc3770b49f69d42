import { startDurablePostgres, type TestPostgres, testDatabase } from '@hemicycle/testing';
import { createHouse, type House, type Resident } from '../createHouse';
import { type ServerProcess, startServerProcess } from '../startServerProcess';
import { type DatabaseProxy, startDatabaseProxy } from './startDatabaseProxy';

export interface ChaosNode {
  readonly name: string;
  readonly server: ServerProcess;
  readonly proxy: DatabaseProxy;
  /** Something is being done to it; nothing else is at the same time. */
  busy: boolean;
}

export interface ChaosHouse {
  readonly postgres: TestPostgres;
  readonly databaseUrl: string;
  readonly house: House;
  readonly nodes: readonly ChaosNode[];
  readonly writers: readonly Resident[];
  readonly reader: Resident;
  readonly spaceId: string;
  close(): Promise<void>;
}

/** A PostgreSQL that waits for the disk, two nodes that each have a breakable way to it, and people. */
export async function startChaosHouse(): Promise<ChaosHouse> {
  const postgres = await startDurablePostgres('chaos');
  const database = await testDatabase(postgres);
  const house = createHouse(database.url);
  const writers: Resident[] = [];
  for (let i = 0; i < 4; i++) writers.push(await house.person(`Writer ${i}`));
  const reader = await house.person('Reader');
  const spaceId = await house.space();
  for (const writer of writers) await house.grant(spaceId, writer, 'editor');
  await house.grant(spaceId, reader, 'reader');
  const nodes = await Promise.all(['north', 'south'].map((name) => startNode(name, database.url)));
  return {
    postgres,
    databaseUrl: database.url,
    house,
    nodes,
    writers,
    reader,
    spaceId,
    close: async () => {
      await Promise.all(nodes.map(({ server }) => server.end('SIGKILL')));
      for (const { proxy } of nodes) await proxy.close();
      await house.close();
      await postgres.stop();
    },
  };
}

async function startNode(name: string, databaseUrl: string): Promise<ChaosNode> {
  const url = new URL(databaseUrl);
  const proxy = await startDatabaseProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  return { name, server: await startServerProcess(url.href), proxy, busy: false };
}
