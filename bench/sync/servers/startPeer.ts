import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@hemicycle/testing';
import { root } from '../../../infra/local/paths.mjs';
import type { Dialect } from './address';
import type { RunningServer, ServerName } from './RunningServer';
import { type ProcessPlan, ServerProcess } from './ServerProcess';

type Peer = Exclude<ServerName, 'ours'>;

const DIALECTS: Record<Peer, Dialect> = {
  relay: 'relay',
  'y-websocket': 'yjs',
  'y-websocket-leveldb': 'yjs',
  hocuspocus: 'hocuspocus',
  'hocuspocus-db': 'hocuspocus',
};
/** How long LevelDB is given to write what it was handed. Milliseconds. */
const LEVELDB_REST = 15_000;
const here = `${root}/bench/sync/servers`;

/** A server of somebody else, or the floor. Documents come to be when they are asked for. */
export async function startPeer(name: Peer, nodeArgs: readonly string[]): Promise<RunningServer> {
  const database = name === 'hocuspocus-db' ? await testDatabase() : null;
  const folder = name === 'y-websocket-leveldb' ? mkdtempSync(join(tmpdir(), 'hemicycle-bench-')) : null;
  const process = await ServerProcess.start((port): ProcessPlan => {
    if (name === 'relay') return plan([...nodeArgs, `${here}/relay.mjs`, String(port)]);
    if (name === 'hocuspocus' || name === 'hocuspocus-db') {
      return plan([...nodeArgs, `${here}/hocuspocus.mjs`, String(port), ...(database ? [database.url] : [])]);
    }
    return plan([...nodeArgs, `${root}/node_modules/@y/websocket-server/src/server.js`], {
      HOST: '127.0.0.1',
      PORT: String(port),
      ...(folder ? { YPERSISTENCE: folder } : {}),
    });
  });
  return {
    name,
    get pid() {
      return process.pid;
    },
    documents: async (count) => Array.from({ length: count }, () => randomUUID()),
    addresses: async (document, writes) =>
      writes.map(() => ({ port: process.port, path: `/${document}`, dialect: DIALECTS[name], document })),
    // LevelDB is written behind; the database when the server ends in order.
    settled: () => new Promise((resolve) => setTimeout(resolve, folder ? LEVELDB_REST : 0)),
    restart: async () => {
      await process.stop();
      await process.start();
    },
    stop: async () => {
      await process.stop();
      await database?.drop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const plan = (args: readonly string[], env: Record<string, string> = {}): ProcessPlan => ({
  cwd: root,
  args,
  env,
});
