import { EMPTY_UPDATE, frames, writePresence } from '@hemicycle/collab/protocol';
import { TUNNEL } from '@hemicycle/contracts';
import { until } from '@hemicycle/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEditor } from '../testing/openEditor';
import { openTestHouse, type TestHouse } from '../testing/openTestHouse';
import { openByHand, tunnelByHand } from '../testing/openTunnelled';

let test: TestHouse;
let documentId: string;

beforeAll(async () => {
  test = await openTestHouse();
  documentId = await test.house.document(test.spaceId, test.writer);
});

afterAll(() => test.close());

const address = async (ticket?: string): Promise<string> =>
  `/realtime/documents/${documentId}?ticket=${ticket ?? (await test.house.ticket(test.writer, documentId))}`;

const EVIL = 'https://evil.example';

/** The bytes of an answer, and where the next ones begin. */
async function pulled(answer: Response): Promise<Buffer> {
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('RT-85 what the tunnel refuses', () => {
  it('a foreign Origin, on each request, before the ticket is used', async () => {
    const { house, server, writer } = test;
    const path = await address(await house.ticket(writer, documentId));
    expect((await openByHand(server.origin, path, { from: EVIL })).status).toBe(403);
    const tunnel = await tunnelByHand(server.origin, path);
    expect((await tunnel.pull(0, { origin: EVIL })).status).toBe(403);
    expect((await tunnel.push(0, new Uint8Array(1), { origin: EVIL })).status).toBe(403);
    expect((await tunnel.pull(0)).status).toBe(200);
    expect((await fetch(`${server.origin}${TUNNEL.path}/${tunnel.session}?from=0`)).status).toBe(405);
  });

  it('a used ticket and one for something else with the code of the socket, and keeps nothing of it', async () => {
    const { house, server, writer } = test;
    const used = await house.ticket(writer, documentId);
    const tunnel = await tunnelByHand(server.origin, await address(used));
    const before = await server.metric('realtime_tunnels');
    const again = { session: tunnel.session };
    expect(await (await openByHand(server.origin, await address(), again)).json()).toEqual({ refused: 4500 });
    for (const ticket of [used, '', await house.ticket(writer, null)]) {
      const answer = await openByHand(server.origin, await address(ticket));
      expect(await answer.json()).toEqual({ refused: 4501 });
    }
    const stranger = await house.person('Stranger');
    const hidden = await openByHand(server.origin, await address(await house.ticket(stranger, documentId)));
    expect(await hidden.json()).toEqual({ refused: 4404 });
    await until(async () => (await server.metric('realtime_tunnels')) === before, 'nothing kept');
    expect((await tunnel.pull(0)).status).toBe(200);
  });

  it('an unknown session, and a session’s id without its key', async () => {
    const { server } = test;
    const tunnel = await tunnelByHand(server.origin, await address());
    for (const key of ['', 'x'.repeat(43)]) {
      expect((await tunnel.pull(0, { key })).status).toBe(404);
      expect((await tunnel.push(0, new Uint8Array(9), { key })).status).toBe(404);
    }
    const unknown = '0'.repeat(32);
    expect((await fetch(`${server.origin}${TUNNEL.path}/${unknown}?from=0`, { method: 'POST' })).status).toBe(
      404,
    );
    expect((await fetch(`${server.origin}${TUNNEL.path}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('a body that is too large, a place that does not exist; the session goes on', async () => {
    const { server } = test;
    const tunnel = await tunnelByHand(server.origin, await address());
    expect((await tunnel.push(0, new Uint8Array(TUNNEL.bodyBytes + 1))).status).toBe(413);
    expect((await tunnel.push(1, new Uint8Array(1))).status).toBe(409);
    expect((await tunnel.pull(1_000_000)).status).toBe(409);
    for (const query of ['?at=-1', '?at=x', '?', '?from=1e3']) {
      const answer = await fetch(`${server.origin}${TUNNEL.path}/${tunnel.session}${query}`, {
        method: 'POST',
      });
      expect(answer.status).toBe(404); // without the key not even that is told
    }
    const frame = maskedFrame(frames.syncStep2(EMPTY_UPDATE));
    expect((await tunnel.push(0, frame)).status).toBe(204);
    let from = 0;
    let heard = Buffer.alloc(0);
    while (!heard.includes(Buffer.from([0x82, 2, 102, 1]))) {
      const bytes = await pulled(await tunnel.pull(from));
      from += bytes.length;
      heard = Buffer.concat([heard, bytes]);
    }
    // The same again is the same: nothing is taken twice.
    expect((await tunnel.push(0, frame)).status).toBe(204);
    expect((await tunnel.push(frame.length, frame)).status).toBe(204);
    const bytes = await pulled(await tunnel.pull(from));
    expect(bytes.includes(Buffer.from([0x82, 2, 102, 2]))).toBe(true);
    expect((await tunnel.pull(0)).status).toBe(409);
  });

  it('frames the socket would refuse, and floods, with the same codes', async () => {
    const { house, server, spaceId, writer, other } = test;
    documentId = await house.document(spaceId, writer);
    const calm = await openEditor(house, server, other, documentId);
    const code = async (tunnel: Awaited<ReturnType<typeof tunnelByHand>>): Promise<number> => {
      for (let from = 0, heard = Buffer.alloc(0); ; ) {
        const bytes = await pulled(await tunnel.pull(from));
        from += bytes.length;
        heard = Buffer.concat([heard, bytes]);
        const at = closeFrame(heard);
        if (at >= 0) return heard.readUInt16BE(at + 2);
      }
    };
    const malformed = await tunnelByHand(server.origin, await address());
    await malformed.push(0, maskedFrame(new Uint8Array([0, 2, 200])));
    expect(await code(malformed)).toBe(4400);
    const greedy = await tunnelByHand(server.origin, await address());
    const step1 = maskedFrame(frames.syncStep1(new Uint8Array([0])));
    for (let i = 0; i < 30; i++) await greedy.push(i * step1.length, step1);
    expect(await code(greedy)).toBe(4429);
    calm.text.insert(0, 'undisturbed');
    await calm.saved();
    expect(calm.sockets).toHaveLength(1);
    calm.close();
  });

  it('a flood is taken more and more slowly, and then no more', async () => {
    const { house, server, spaceId, writer, other } = test;
    documentId = await house.document(spaceId, writer);
    const calm = await openEditor(house, server, other, documentId);
    const tunnel = await tunnelByHand(server.origin, await address());
    const one = maskedFrame(frames.awareness(writePresence([])));
    const many = new Uint8Array(Math.floor((256 * 1024) / one.length) * one.length);
    for (let at = 0; at < many.length; at += one.length) many.set(one, at);
    let at = 0;
    let status = 204;
    const begun = performance.now();
    while (status === 204 && performance.now() - begun < 60_000) {
      status = (await tunnel.push(at, many)).status;
      at += many.length;
      calm.text.insert(0, 'x');
      await calm.saved();
    }
    // Gone with its session: an honest client comes back with a new ticket.
    expect(status).toBe(404);
    expect(await server.metric('realtime_closed_total{code="4429"')).toBe(2);
    expect(calm.sockets).toHaveLength(1);
    calm.close();
  }, 90_000);

  it('RT-86 who pulls no more is sent away within the bound of a socket, and forgotten', async () => {
    const { house, server, spaceId, writer, other } = test;
    documentId = await house.document(spaceId, writer);
    const a = await openEditor(house, server, writer, documentId);
    const b = await openEditor(house, server, other, documentId);
    const before = await server.metric('realtime_tunnels');
    const slow = await tunnelByHand(server.origin, await address());
    await slow.push(0, maskedFrame(frames.syncStep1(new Uint8Array([0]))));
    const resyncs = () => server.metric('realtime_closed_total{code="4500"');
    const size = 250_000;
    let written = 0;
    while ((await resyncs()) === 0 && written < 60) {
      a.text.delete(0, a.text.length);
      // No two alike: who has the one before is not yet there.
      a.text.insert(0, `${written++}`.padEnd(size, 'x'));
      await until(() => b.text.toString() === a.text.toString(), 'the others go on');
    }
    expect(await resyncs()).toBe(1);
    expect(written * size).toBeLessThan(6_000_000);
    await until(async () => (await server.metric('realtime_tunnels')) === before, 'nothing kept');
    expect((await slow.pull(0)).status).toBe(404);
    await a.saved();
    expect([a.sockets.length, b.sockets.length]).toEqual([1, 1]);
    a.close();
    b.close();
  });
});

/** A frame of up to 125 bytes as a browser sends it. */
const maskedFrame = (payload: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([0x82, 0x80 | payload.length, 0, 0, 0, 0, ...payload]);

/** Where a close frame begins among whole frames, or −1. */
function closeFrame(bytes: Buffer): number {
  let at = 0;
  while (at + 2 <= bytes.length) {
    if (bytes[at] === 0x88) return at;
    const short = bytes[at + 1] ?? 0;
    if (short < 126) at += 2 + short;
    else if (short === 126) at += 4 + bytes.readUInt16BE(at + 2);
    else at += 10 + Number(bytes.readBigUInt64BE(at + 2));
  }
  return -1;
}
