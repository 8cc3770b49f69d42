import { EMPTY_UPDATE, frames, writePresence } from '@hemicycle/collab/protocol';
import { CLOSE } from '@hemicycle/contracts';
import { REALTIME_LIMITS } from '../../apps/realtime/src/limits/limits';
import { clientFrame, openRaw } from './rawSocket';
import { type Attack, edit, expectCode, expectSlow, oneByOne, pause, repeat } from './tactics';

/** Who asks for, sends or holds too much. */
export const FLOODS: readonly Attack[] = [
  {
    name: 'a flood of small frames',
    spec: 'RT-62',
    writers: 1,
    seconds: 20,
    run: async ({ writer: [address = ''] }, until) => {
      const socket = await openRaw(address);
      const one = clientFrame(frames.update(edit('x')));
      await repeat(socket, Buffer.concat(Array(1_000).fill(one)), until);
      return expectCode(socket, CLOSE.flood, 0);
    },
  },
  {
    name: 'a flood of large frames',
    spec: 'RT-62',
    writers: 1,
    seconds: 20,
    run: async ({ writer: [address = ''] }, until) => {
      const socket = await openRaw(address);
      const update = edit('y'.repeat(400_000));
      await repeat(socket, clientFrame(frames.syncStep2(update)), until);
      return expectSlow(socket, REALTIME_LIMITS.byteBurst + 20 * REALTIME_LIMITS.bytesPerSecond);
    },
  },
  {
    name: 'presence, as fast as it goes',
    spec: 'RT-62',
    readers: 1,
    seconds: 20,
    run: async ({ reader: [address = ''] }, until) => {
      const socket = await openRaw(address);
      const json = JSON.stringify({ cursor: 'z'.repeat(3_000) });
      const one = clientFrame(frames.awareness(writePresence([{ clientId: 99, clock: 1, json }])));
      await repeat(socket, Buffer.concat(Array(100).fill(one)), until);
      const { frameBurst, framesPerSecond } = REALTIME_LIMITS;
      return expectSlow(socket, one.length * (frameBurst + 20 * framesPerSecond));
    },
  },
  {
    name: 'asking for the document again and again',
    spec: 'RT-27',
    readers: 60,
    seconds: 5,
    run: ({ reader }, until) => {
      const ask = Buffer.concat(Array(100).fill(clientFrame(frames.syncStep1(new Uint8Array([0])))));
      return oneByOne(reader, until, [CLOSE.flood], (socket) => socket.write(ask));
    },
  },
  {
    name: 'asking for everybody again and again',
    spec: 'RT-104',
    readers: 60,
    seconds: 5,
    run: ({ reader }, until) => {
      const ask = Buffer.concat(Array(100).fill(clientFrame(new Uint8Array([3]))));
      return oneByOne(reader, until, [CLOSE.flood], (socket) => socket.write(ask));
    },
  },
  {
    name: 'hoarding sockets',
    spec: 'RT-102',
    readers: 160,
    seconds: 6,
    run: async ({ reader }, until) => {
      const sockets = await Promise.all(reader.map((address) => openRaw(address)));
      await Promise.all(sockets.map((socket) => socket.write(clientFrame(frames.syncStep2(EMPTY_UPDATE)))));
      await pause(until - performance.now());
      const open = sockets.filter((socket) => socket.code() === null).length;
      for (const socket of sockets) socket.tcp.destroy();
      if (open > 100) throw new Error(`${open} sockets of one account are open`);
      return `${open} open, ${sockets.length - open} × closed`;
    },
  },
  {
    name: 'frames that never end, on many sockets',
    spec: 'RT-103',
    writers: 60,
    seconds: 10,
    run: async ({ writer }, until) => {
      const sockets = await Promise.all(writer.map((address) => openRaw(address)));
      const half = clientFrame(new Uint8Array(8_000_000)).subarray(0, 7_900_000);
      await Promise.all(sockets.map((socket) => Promise.race([socket.write(half), pause(8_000)])));
      await pause(Math.max(0, until - performance.now()));
      const open = sockets.filter((socket) => socket.code() === null).length;
      for (const socket of sockets) socket.tcp.destroy();
      if (open * 8 > 64) throw new Error(`${open} sockets of one account hold ${open * 8} MB`);
      return `${open} stay, ${sockets.length - open} × closed`;
    },
  },
];
