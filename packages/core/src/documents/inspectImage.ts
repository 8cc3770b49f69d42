export interface ImageFacts {
  contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Pixels, as stored (before any rotation an EXIF tag asks for). */
  width: number;
  height: number;
}

/** Against a file made of tiny segments that costs time to walk. JPEG segments before the frame header. */
const MAX_JPEG_SEGMENTS = 256;

/**
 * What an image file says of itself in its first bytes; null when it is none of the four kinds we keep, or is cut
 * off before its size. The declared type of an upload is never believed. Only headers are read: nothing is decoded.
 */
export function inspectImage(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
  return facts && facts.width > 0 && facts.height > 0 ? facts : null;
}

function ascii(view: DataView, offset: number, text: string): boolean {
  if (view.byteLength < offset + text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (view.getUint8(offset + index) !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** PNG (W3C, third edition): signature, then the IHDR chunk with width and height. */
function png(view: DataView): ImageFacts | null {
  if (view.byteLength < 33 || !ascii(view, 0, '\u0089PNG\r\n\u001a\n') || !ascii(view, 12, 'IHDR'))
    return null;
  return { contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a: signature, then the logical screen's size, little-endian. */
function gif(view: DataView): ImageFacts | null {
  if (view.byteLength < 13 || !(ascii(view, 0, 'GIF87a') || ascii(view, 0, 'GIF89a'))) return null;
  return { contentType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** WebP container (RFC 9649): lossy, lossless and extended files keep their size in different places. */
function webp(view: DataView): ImageFacts | null {
  if (view.byteLength < 30 || !ascii(view, 0, 'RIFF') || !ascii(view, 8, 'WEBP')) return null;
  const contentType = 'image/webp';
  if (ascii(view, 12, 'VP8 ') && view.getUint8(23) === 0x9d && view.getUint8(24) === 0x01) {
    const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
    return { contentType, width: width & 0x3fff, height: height & 0x3fff };
  }
  if (ascii(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (ascii(view, 12, 'VP8X')) {
    const width = view.getUint16(24, true) + (view.getUint8(26) << 16) + 1;
    const height = view.getUint16(27, true) + (view.getUint8(29) << 16) + 1;
    return { contentType, width, height };
  }
  return null;
}

/** JPEG (ITU T.81, annex B): walk the segments to the frame header, SOF0 to SOF15 without DHT, JPG and DAC. */
function jpeg(view: DataView): ImageFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  for (let segment = 0; segment < MAX_JPEG_SEGMENTS; segment += 1) {
    if (offset + 9 > view.byteLength || view.getUint8(offset) !== 0xff) return null;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) {
      return {
        contentType: 'image/jpeg',
        width: view.getUint16(offset + 7),
        height: view.getUint16(offset + 5),
      };
    }
    offset += 2 + view.getUint16(offset + 2);
  }
  return null;
}
