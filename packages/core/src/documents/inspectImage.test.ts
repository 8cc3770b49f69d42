import { describe, expect, it } from '@jest/globals';
import { inspectImage } from './inspectImage';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)),
  );

const png = (width: number[], height: number[]) =>
  bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0, 0, 0, 0, 0]);
const webp = (chunk: string, rest: number[]) =>
  bytes('RIFF', [40, 0, 0, 0], 'WEBP', chunk, [10, 0, 0, 0], rest, new Array(20).fill(0));
const jpegSegment = (marker: number, body: number[]) => [0xff, marker, 0, body.length + 2, ...body];

describe('inspectImage', () => {
  it('reads the size of each kind', () => {
    expect(inspectImage(png([0, 0, 7, 128], [0, 0, 4, 56]))).toEqual({
      contentType: 'image/png',
      width: 1920,
      height: 1080,
    });
    expect(inspectImage(bytes('GIF89a', [0x40, 1, 0xf0, 0, 0, 0, 0]))).toEqual({
      contentType: 'image/gif',
      width: 320,
      height: 240,
    });
    expect(inspectImage(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1]))).toMatchObject({
      width: 640,
      height: 480,
    });
    // 1 + 639 in 14 bits, 1 + 479 in the next 14.
    const packed = 639 | (479 << 14);
    const little = [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255, (packed >> 24) & 255];
    expect(inspectImage(webp('VP8L', [0x2f, ...little]))).toMatchObject({ width: 640, height: 480 });
    expect(inspectImage(webp('VP8X', [0, 0, 0, 0, 0xff, 0x0f, 0, 0xff, 0x07, 0]))).toMatchObject({
      width: 4096,
      height: 2048,
    });
  });

  it('finds the frame of a JPEG behind other segments and fill bytes', () => {
    const file = bytes(
      [0xff, 0xd8],
      jpegSegment(0xe0, new Array(14).fill(0)),
      jpegSegment(0xc4, new Array(30).fill(1)),
      [0xff],
      jpegSegment(0xc2, [8, 3, 32, 4, 176, 3, 0, 0, 0]),
      [0, 0],
    );
    expect(inspectImage(file)).toEqual({ contentType: 'image/jpeg', width: 1200, height: 800 });
  });

  it('refuses what is no image, is cut off, has no area, or never comes to its frame', () => {
    const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    expect(inspectImage(svg)).toBeNull();
    expect(inspectImage(bytes('%PDF-1.7 and a good deal of text after it'))).toBeNull();
    expect(inspectImage(new Uint8Array())).toBeNull();
    expect(inspectImage(png([0, 0, 0, 9], [0, 0, 0, 9]).slice(0, 20))).toBeNull();
    expect(inspectImage(png([0, 0, 0, 0], [0, 0, 0, 9]))).toBeNull();
    const endless = bytes([0xff, 0xd8], ...Array.from({ length: 5_000 }, () => jpegSegment(0xe1, [0, 0])));
    expect(inspectImage(endless)).toBeNull();
  });
});
