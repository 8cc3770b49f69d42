import type { IncomingMessage } from 'node:http';

/** The whole body, or null when it is longer than `max` bytes. Rejects when it breaks off. */
export async function readBody(request: IncomingMessage, max: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > max) return null;
  const parts: Buffer[] = [];
  let length = 0;
  // Left as it is when too long: destroying it would take the answer along.
  const reading: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const part of reading) {
    length += part.length;
    if (length > max) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
