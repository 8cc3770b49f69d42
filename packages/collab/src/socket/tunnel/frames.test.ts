import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clientFrame } from './clientFrame';
import { FrameReader } from './FrameReader';
import { BINARY, CLOSE, PING, TEXT } from './opcodes';

/** The lengths at which a header changes its form, and around them. */
const payload = fc
  .oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 65_530, max: 65_540 }))
  .chain((length) => fc.integer({ min: 0, max: 255 }).map((byte) => Buffer.alloc(length, byte)));

/** RFC 6455, 5.2, by hand. */
function serverFrame(opcode: number, data: Buffer): Buffer {
  const { length } = data;
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), data]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = 0x80 | opcode;
  header[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, data]);
}

/** Short enough to compare and to print. */
const brief = (opcode: number, data: Uint8Array): string =>
  `${opcode}:${data.length}:${Buffer.from(data.subarray(0, 3)).toString('hex')}`;

describe('RT-80 WebSocket frames in the browser', () => {
  it('are taken out of the stream wherever it was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(TEXT, BINARY), payload), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 20 }),
        (sent, cuts) => {
          const stream = Buffer.concat(sent.map(([opcode, data]) => serverFrame(opcode, data)));
          const reader = new FrameReader();
          const received: string[] = [];
          for (let at = 0, i = 0; at < stream.length; i++) {
            // Past the cuts that were drawn the rest comes in one piece.
            const piece = stream.subarray(at, at + (cuts[i] ?? stream.length));
            received.push(...reader.feed(piece).map(({ opcode, payload: data }) => brief(opcode, data)));
            at += piece.length;
          }
          expect(received).toEqual(sent.map(([opcode, data]) => brief(opcode, data)));
        },
      ),
    );
  });

  it('of control kinds are told apart, and what our server never sends is refused', () => {
    const close = serverFrame(CLOSE, Buffer.from([0x11, 0x33]));
    const both = new FrameReader().feed(Buffer.concat([serverFrame(PING, Buffer.alloc(0)), close]));
    expect(both).toMatchObject([{ opcode: PING }, { opcode: CLOSE, payload: Uint8Array.from([0x11, 0x33]) }]);
    const [piece, unknown, compressed, masked, html] = ['0200', '8300', 'c200', '8280', '3c68'];
    for (const bytes of [piece, unknown, compressed, masked, html]) {
      expect(() => new FrameReader().feed(Buffer.from(bytes ?? '', 'hex'))).toThrow();
    }
  });

  it('are sent whole and masked with zeros', () => {
    fc.assert(
      fc.property(payload, (data) => {
        const bare = serverFrame(BINARY, data);
        const header = bare.length - data.length;
        bare[1] = (bare[1] ?? 0) | 0x80;
        const masked = Buffer.concat([bare.subarray(0, header), Buffer.alloc(4), data]);
        expect(Buffer.compare(Buffer.from(clientFrame(BINARY, data)), masked)).toBe(0);
      }),
    );
  });
});
