import { setInterval } from 'node:timers/promises';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEditor, type TestEditor } from './testing/openEditor';
import { openTestHouse, type TestHouse } from './testing/openTestHouse';
import { type Balancer, startBalancer } from './testing/startBalancer';
import { type ServerProcess, startServerProcess } from './testing/startServerProcess';

/** A word so often, whatever happens to the servers. */
const TYPING_MS = 100;

let test: TestHouse;
let nodes: ServerProcess[];
let balancer: Balancer;

beforeAll(async () => {
  test = await openTestHouse();
  nodes = [test.server, await startServerProcess(test.databaseUrl)];
  balancer = await startBalancer(nodes.map((node) => node.port));
});

afterAll(async () => {
  await nodes[1]?.end('SIGTERM');
  await test.close();
  await balancer.close();
});

describe('a rolling restart', () => {
  it('RT-47 of two nodes, one after the other, while people type: nobody reloads, nothing is lost', async () => {
    const { house, spaceId, writer, other } = test;
    const documents = await Promise.all([1, 2].map(() => house.document(spaceId, writer)));
    const editors: { editor: TestEditor; documentId: string; typed: string[] }[] = [];
    const codes: number[] = [];
    for (const documentId of documents) {
      for (const person of [writer, other, writer, other]) {
        const editor = await openEditor(house, balancer, person, documentId);
        editors.push({ editor, documentId, typed: [] });
      }
    }
    const before = await Promise.all(nodes.map((node) => node.metric('realtime_connections')));
    expect(before).toEqual([4, 4]);
    let stop = false;
    const typing = editors.map(async ({ editor, typed }, index) => {
      for await (const _ of setInterval(TYPING_MS)) {
        if (stop) break;
        const word = `${index}-${typed.length}`;
        typed.push(word);
        editor.text.insert(editor.text.length, `${word} `);
      }
    });
    const watch = (): void => {
      for (const { editor } of editors) {
        for (const socket of editor.sockets) {
          if (watched.has(socket)) continue;
          watched.add(socket);
          socket.on('close', (code) => void codes.push(code));
        }
      }
    };
    const watched = new Set<unknown>();
    for (const node of nodes) {
      watch();
      expect(await node.end('SIGTERM')).toBe(0);
      await until(() => codes.length > 0, 'sent away');
      await until(
        () => editors.every(({ editor }) => editor.sockets.at(-1)?.readyState === 1),
        'all are back',
        30_000,
      );
      await node.start();
    }
    stop = true;
    await Promise.all(typing);
    await Promise.all(editors.map(({ editor }) => editor.saved()));
    // Sent away by an orderly close, each time; never told that the copy or the right is gone.
    expect(new Set(codes)).toEqual(new Set([1001]));
    expect(codes.length).toBeGreaterThanOrEqual(8);
    for (const { editor } of editors) expect(editor.closedWith()).toBeNull();
    for (const documentId of documents) {
      const here = editors.filter((each) => each.documentId === documentId);
      const texts = () => here.map(({ editor }) => editor.text.toString());
      await until(() => new Set(texts()).size === 1, 'converged', 30_000);
      const text = texts()[0] ?? '';
      expect((await house.stored(documentId)).getText('t').toString()).toBe(text);
      const words = text.split(' ').filter(Boolean).sort();
      expect(words).toEqual(here.flatMap(({ typed }) => typed).sort());
    }
    for (const { editor } of editors) editor.close();
  });
});
