import { frames } from '@hemicycle/collab/protocol';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEditor } from '../testing/openEditor';
import { openSocket } from '../testing/openSocket';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';

let test: TestHouse;

beforeAll(async () => {
  test = await openTestHouse();
});

afterAll(() => test.close());

it('RT-29 a reader that stops reading is sent away to resynchronise, and the others notice nothing', async () => {
  const { house, server, spaceId, writer, other, reader } = test;
  const documentId = await house.document(spaceId, writer);
  const a = await openEditor(house, server, writer, documentId);
  const b = await openEditor(house, server, other, documentId);
  const ticket = await house.ticket(reader, documentId);
  const slow = await openSocket(`${server.socketOrigin}/realtime/documents/${documentId}?ticket=${ticket}`);
  slow.send(frames.syncStep1(new Uint8Array([0])));
  await until(() => slow.frames.some((frame) => frame.kind === 'step2'), 'joined');
  slow.webSocket.pause();
  const resyncs = () => server.metric('realtime_closed_total{code="4500"');
  const memory = () => server.metric('process_resident_memory_bytes');
  const before = await memory();
  const blockBytes = 250_000;
  let written = 0;
  while ((await resyncs()) === 0 && written < 120) {
    a.text.delete(0, a.text.length);
    // A length of its own, so that the others are known to have this one and not the one before.
    a.text.insert(0, 'x'.repeat(blockBytes + ++written));
    await until(() => b.text.length === blockBytes + written, 'the others go on');
  }
  expect(await resyncs()).toBe(1);
  // 4 MB may wait for it, and the kernel's buffers hold a few more; the rest is the document's own uncompacted tail.
  expect(written * blockBytes).toBeLessThan(25_000_000);
  expect((await memory()) - before).toBeLessThan(250_000_000);
  await a.saved();
  expect(a.sockets).toHaveLength(1);
  expect(b.sockets).toHaveLength(1);
  slow.webSocket.terminate();
});
