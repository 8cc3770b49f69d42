import { connect } from 'node:net';
import { frames, writePresence } from '@hemicycle/collab/protocol';
import { CLOSE, LIMITS } from '@hemicycle/contracts';
import { REALTIME_LIMITS } from '../../apps/realtime/src/limits/limits';
import { clientFrame, openRaw } from './rawSocket';
import { type Attack, costly, dense, edit, expectOpen, oneByOne, pause, repeat } from './tactics';

/** Who claims what is not theirs, or says what nobody could mean. */
export const FORGERIES: readonly Attack[] = [
  {
    name: "a reader's edits",
    spec: 'RT-24',
    readers: 1,
    seconds: 5,
    run: async ({ reader: [address = ''] }, until) => {
      const socket = await openRaw(address);
      await repeat(socket, clientFrame(frames.update(edit('by a reader'))), until, 2);
      return expectOpen(socket);
    },
  },
  {
    name: 'stale epochs',
    spec: 'RT-23',
    writers: 150,
    seconds: 5,
    run: ({ writer }, until) =>
      oneByOne(
        writer.map((address) => `${address}&epoch=2`),
        until,
        [CLOSE.staleEpoch],
        async () => undefined,
      ),
  },
  {
    name: 'forged presence',
    spec: 'RT-25',
    readers: 1,
    seconds: 5,
    run: async ({ reader: [address = ''], victim }, until) => {
      const socket = await openRaw(address);
      const say = (clientId: number, clock: number, json: string) =>
        clientFrame(frames.awareness(writePresence([{ clientId, clock, json }])));
      await socket.write(say(4711, 1, '{"cursor":1}'));
      await repeat(socket, say(victim, 2 ** 30, '{"user":{"name":"forged"}}'), until, 1);
      return expectOpen(socket);
    },
  },
  {
    name: 'malformed frames',
    spec: 'RT-26',
    writers: 200,
    seconds: 5,
    run: ({ writer }, until) => {
      const whole = frames.update(edit('ends early'));
      return oneByOne(writer, until, [CLOSE.malformed], (socket) =>
        socket.write(clientFrame(whole.subarray(0, whole.length - 3))),
      );
    },
  },
  {
    name: 'large malformed frames, dense',
    spec: 'RT-26',
    writers: 100,
    seconds: 6,
    run: ({ writer }, until) => {
      const frame = clientFrame(dense(LIMITS.documentFrameBytes));
      return oneByOne(writer, until, [CLOSE.malformed], (socket) => socket.write(frame));
    },
  },
  {
    name: 'large malformed frames, costly',
    spec: 'RT-112',
    writers: 100,
    seconds: 20,
    run: ({ writer }, until) => {
      const frame = clientFrame(costly(LIMITS.documentFrameBytes, 'malformed'));
      return oneByOne(writer, until, [CLOSE.malformed], (socket) => socket.write(frame));
    },
  },
  {
    name: 'costly frames, small, on many sockets',
    spec: 'RT-110',
    writers: 40,
    seconds: 15,
    run: async ({ writer }, until) => {
      const frame = clientFrame(costly(REALTIME_LIMITS.inspectBytes, 'sound'));
      const sockets = await Promise.all(writer.map((address) => openRaw(address)));
      await Promise.all(sockets.map((socket) => repeat(socket, frame, until)));
      const taken = sockets.reduce((sum, { tcp }) => sum + tcp.bytesWritten - tcp.writableLength, 0);
      for (const socket of sockets) socket.tcp.destroy();
      return `${(taken / 1e6).toFixed(1)} MB were taken`;
    },
  },
  {
    name: 'oversized frames',
    spec: 'RT-26',
    writers: 100,
    seconds: 6,
    run: ({ writer }, until) => {
      const frame = clientFrame(new Uint8Array(LIMITS.documentFrameBytes + 1));
      return oneByOne(writer, until, [CLOSE.tooLarge], (socket) => socket.write(frame));
    },
  },
  {
    name: 'a replayed ticket',
    spec: 'RT-20',
    writers: 1,
    seconds: 5,
    run: async ({ writer: [address = ''] }, until) => {
      const first = await openRaw(address);
      const answer = await oneByOne(
        Array(200).fill(address),
        until,
        [CLOSE.ticketRefused],
        async () => undefined,
      );
      expectOpen(first);
      return answer;
    },
  },
  {
    name: 'a foreign Origin',
    spec: 'RT-21',
    writers: 1,
    seconds: 5,
    run: ({ writer: [address = ''] }, until) =>
      oneByOne(
        Array(300).fill(address),
        until,
        [CLOSE.forbidden],
        async () => undefined,
        'https://evil.example',
      ),
  },
  {
    name: 'strangers who send before they are let in, and stay',
    spec: 'RT-101',
    seconds: 8,
    run: async ({ reader: [any = ''], writer: [other = any] }, until) => {
      const { origin, pathname } = new URL(other);
      const address = `${origin}${pathname}?ticket=none`;
      const garbage = clientFrame(new Uint8Array(7_000_000)).subarray(0, 6_000_000);
      const sockets = await Promise.all(Array.from({ length: 200 }, () => openRaw(address, { deaf: true })));
      await Promise.all(sockets.map((socket) => Promise.race([socket.write(garbage), pause(2_000)])));
      await Promise.race([
        Promise.all(sockets.map((socket) => socket.ended)),
        pause(until - performance.now()),
      ]);
      const left = sockets.filter((socket) => !socket.tcp.destroyed).length;
      if (left > 0) throw new Error(`${left} of 200 still hold a socket after ${8} s`);
      return '200 × cut off';
    },
    writers: 1,
  },
  {
    name: 'half an upgrade, and then nothing',
    spec: 'RT-111',
    writers: 1,
    seconds: 16,
    run: async ({ writer: [address = ''] }, until) => {
      const { port, hostname } = new URL(address);
      const sockets = Array.from({ length: 300 }, () => {
        const tcp = connect(Number(port), hostname);
        tcp.on('error', () => undefined);
        tcp.write('GET /realtime/events HTTP/1.1\r\nHost: x\r\nUpgrade: web');
        return tcp.resume();
      });
      const ended = Promise.all(sockets.map((tcp) => new Promise((resolve) => tcp.once('close', resolve))));
      await Promise.race([ended, pause(until - performance.now())]);
      const left = sockets.filter((tcp) => !tcp.destroyed);
      for (const tcp of left) tcp.destroy();
      if (left.length > 0) throw new Error(`${left.length} of 300 still hold a socket after 16 s`);
      return '300 × cut off';
    },
  },
];
