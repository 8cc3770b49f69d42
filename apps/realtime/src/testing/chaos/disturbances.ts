import { frames } from '@hemicycle/collab/protocol';
import { Client } from 'pg';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { PUBLIC_ORIGIN } from '../startServerProcess';
import type { ChaosGame } from './ChaosGame';
import type { ChaosNode } from './startChaosHouse';

export interface Disturbance {
  readonly name: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** Resolves when it is over; null when it cannot happen now. */
  begin(game: ChaosGame): Promise<void> | null;
}

/** Clients in whose name forgers write: nothing of theirs may be found anywhere, ever. */
export const FORGED_CLIENTS = 4_000_000_000;

const onNode =
  (act: (game: ChaosGame, node: ChaosNode) => Promise<void>): Disturbance['begin'] =>
  (game) => {
    const node = game.pick(game.house.nodes.filter(({ busy }) => !busy));
    if (!node) return null;
    node.busy = true;
    return act(game, node).finally(() => {
      node.busy = false;
    });
  };

async function end(
  game: ChaosGame,
  { name, server }: ChaosNode,
  signal: 'SIGKILL' | 'SIGTERM',
): Promise<void> {
  const code = await server.end(signal);
  // A process that is killed has no exit code; one that has one ended by itself before.
  if (signal === 'SIGKILL' && code !== null)
    game.broken(`${name} had ended by itself (${code}):\n${server.output()}`);
}

export const DISTURBANCES: readonly Disturbance[] = [
  {
    name: 'node killed',
    weight: 6,
    begin: onNode(async (game, node) => {
      await end(game, node, 'SIGKILL');
      for (const documentId of game.documents) game.ledger.auditSoon(documentId);
      await game.pause(1_500);
      await node.server.start();
    }),
  },
  {
    name: 'node restarted in order',
    weight: 2,
    begin: onNode(async (game, node) => {
      await end(game, node, 'SIGTERM');
      await node.server.start();
    }),
  },
  {
    name: 'PostgreSQL killed',
    weight: 4,
    begin: (game) => {
      if (game.databaseBusy) return null;
      game.databaseBusy = true;
      return killPostgres(game).finally(() => {
        game.databaseBusy = false;
      });
    },
  },
  {
    name: 'database out of reach of a node',
    weight: 4,
    begin: onNode(async (game, { proxy }) => {
      proxy.down();
      await game.pause(3_000);
      proxy.up();
    }),
  },
  {
    name: 'way to the database stalls',
    weight: 3,
    begin: onNode(async (game, { proxy }) => {
      proxy.stall();
      await game.pause(5_000);
      proxy.up();
    }),
  },
  {
    name: 'wake-ups vanish',
    weight: 7,
    begin: (game) => {
      const node = game.pick(game.house.nodes.filter(({ proxy }) => !proxy.deaf));
      if (!node) return null;
      node.proxy.deaf = true;
      return game.pause(6_000).then(() => {
        node.proxy.deaf = false;
      });
    },
  },
  {
    name: 'listening connections cut',
    weight: 4,
    begin: (game) => {
      game.pick(game.house.nodes)?.proxy.cutListeners();
      return Promise.resolve();
    },
  },
  {
    name: 'socket cut',
    weight: 22,
    begin: (game) => {
      const socket = game.pick(game.editors)?.socket();
      if (!socket || socket.readyState !== WebSocket.OPEN) return null;
      socket.terminate();
      return Promise.resolve();
    },
  },
  {
    name: 'slow reader',
    weight: 8,
    begin: (game) => {
      const socket = game.pick(game.editors)?.socket();
      if (!socket || socket.readyState !== WebSocket.OPEN) return null;
      socket.pause();
      return game.pause(3_000).then(() => socket.resume());
    },
  },
  {
    name: 'editor offline',
    weight: 9,
    begin: (game) => {
      const editor = game.pick(game.editors.filter(({ offline }) => !offline));
      if (!editor) return null;
      editor.offline = true;
      return game.pause(5_000).then(() => {
        editor.offline = false;
      });
    },
  },
  {
    name: 'editor closed and opened again',
    weight: 6,
    begin: (game) => {
      const editor = game.pick(game.editors.filter(({ offline, options }) => !offline && options.writes));
      if (!editor) return null;
      game.open(editor.options.name, editor.options.documentId, true, { from: editor });
      game.close(editor);
      return Promise.resolve();
    },
  },
  {
    name: 'reader replaced by a newcomer',
    weight: 4,
    begin: (game) => {
      const reader = game.pick(game.editors.filter(({ offline, options }) => !offline && !options.writes));
      if (!reader) return null;
      game.open(reader.options.name, reader.options.documentId, false);
      game.close(reader);
      return Promise.resolve();
    },
  },
  { name: 'reader forges edits', weight: 8, begin: (game) => forge(game, game.house.reader, false) },
  {
    name: 'malformed frame',
    weight: 4,
    begin: (game) => forge(game, game.pick(game.house.writers) ?? game.house.reader, true),
  },
  { name: 'document held by another transaction', weight: 5, begin: holdDocument },
];

/** As somebody does who moves it together with much else, or left a transaction open. PostgreSQL may be killed meanwhile. */
async function holdDocument(game: ChaosGame): Promise<void> {
  const client = new Client({ connectionString: game.house.databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM documents WHERE id = $1 FOR UPDATE', [game.pick(game.documents)]);
    await game.pause(5_000);
  } catch {
    // Killed meanwhile: nobody is held any more.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What was acknowledged before the kill is there after the recovery. */
async function killPostgres(game: ChaosGame): Promise<void> {
  const { postgres } = game.house;
  await postgres.kill();
  await game.pause(1_000);
  await postgres.start();
  await Promise.all(game.documents.map((documentId) => game.ledger.audit(documentId)));
}

/** A bare socket that claims what it must not. */
async function forge(
  game: ChaosGame,
  person: ChaosGame['house']['reader'],
  malformed: boolean,
): Promise<void> {
  const { house, nodes } = game.house;
  const documentId = game.pick(game.documents) ?? '';
  const origin = game.pick(nodes)?.server.socketOrigin;
  const forged = new Y.Doc();
  forged.clientID = FORGED_CLIENTS + game.random.below(1_000);
  forged.getXmlFragment('content').insert(0, [new Y.XmlText('forged')]);
  const update = Y.encodeStateAsUpdate(forged);
  const cut = malformed ? update.subarray(0, update.length - 1 - game.random.below(8)) : update;
  const ticket = await house.ticket(person, documentId).catch(() => null);
  if (!ticket) return;
  const socket = new WebSocket(`${origin}/realtime/documents/${documentId}?ticket=${ticket}`, {
    origin: PUBLIC_ORIGIN,
  });
  await new Promise<void>((resolve) => {
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.on('open', () => {
      socket.send(frames.syncStep2(cut));
      if (!malformed) socket.send(frames.update(update));
      setTimeout(() => socket.terminate(), 500);
    });
  });
}
