import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { webSocketFrame } from '../../apps/realtime/src/protocol/webSocketFrame';

export interface RawOptions {
  readonly origin?: string;
  /** Reads nothing of what comes, and so never closes either. */
  readonly deaf?: boolean;
}

/** A WebSocket without any client's manners: bytes go out as they are, and nobody answers a close or a ping. */
export interface RawSocket {
  readonly tcp: Socket;
  /** The code the server closed with; 0 when it only cut; null while it is open. */
  code(): number | null;
  /** Sends and waits while the network is full; false when the socket has ended. */
  write(bytes: Uint8Array): Promise<boolean>;
  ended: Promise<void>;
}

/** A client's frame; a mask of zeros leaves the payload as it is. */
export function clientFrame(payload: Uint8Array): Buffer {
  const plain = webSocketFrame(payload);
  const header = plain.length - payload.length;
  const frame = Buffer.concat([plain.subarray(0, header), Buffer.alloc(4), plain.subarray(header)]);
  frame[1] = (frame[1] ?? 0) | 0x80;
  return frame;
}

/** Resolves when the upgrade was answered, or the socket ended before. */
export function openRaw(address: string, options: RawOptions = {}): Promise<RawSocket> {
  const url = new URL(address);
  const tcp = connect(Number(url.port), url.hostname);
  let code: number | null = null;
  let upgraded = false;
  const ended = new Promise<void>((resolve) => {
    tcp.on('close', () => {
      code ??= 0;
      resolve();
    });
  });
  const raw: RawSocket = {
    tcp,
    code: () => code,
    ended,
    write: async (bytes) => {
      if (tcp.destroyed) return false;
      if (!tcp.write(bytes)) {
        await Promise.race([new Promise((resolve) => tcp.once('drain', resolve)), ended]);
      }
      return !tcp.destroyed;
    },
  };
  tcp.on('error', () => undefined);
  tcp.write(upgradeRequest(url, options.origin ?? 'http://house.example'));
  const find = findClose();
  return new Promise((resolve) => {
    void ended.then(() => resolve(raw));
    tcp.on('data', (data) => {
      const found = find(data);
      if (found !== null) {
        code ??= found;
        tcp.destroy();
      }
      if (upgraded) return;
      upgraded = true;
      if (options.deaf) tcp.pause();
      resolve(raw);
    });
  });
}

function upgradeRequest(url: URL, origin: string): string {
  return [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Origin: ${origin}`,
    '\r\n',
  ].join('\r\n');
}

/** Goes through the server's frames as they arrive and answers the code of a close frame once there is one. */
function findClose(): (data: Buffer) => number | null {
  let rest: Buffer = Buffer.alloc(0);
  let upgraded = false;
  /** Bytes of a payload that are still to come. */
  let skip = 0;
  return (data) => {
    rest = rest.length > 0 ? Buffer.concat([rest, data]) : data;
    if (!upgraded) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return null;
      upgraded = true;
      rest = rest.subarray(end + 4);
    }
    for (;;) {
      const skipped = Math.min(skip, rest.length);
      skip -= skipped;
      rest = rest.subarray(skipped);
      const short = (rest[1] ?? 0) & 0x7f;
      const header = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (skip > 0 || rest.length < header + (rest[0] === 0x88 ? short : 0)) return null;
      if (rest[0] === 0x88) return short >= 2 ? rest.readUInt16BE(2) : 1005;
      skip = header === 10 ? Number(rest.readBigUInt64BE(2)) : header === 4 ? rest.readUInt16BE(2) : short;
      rest = rest.subarray(header);
    }
  };
}
