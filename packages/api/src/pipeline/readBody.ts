import { DomainError } from '@hemicycle/contracts';

const EMPTY = new Uint8Array(0);

/**
 * The body, refused as soon as it is longer than `limit` bytes, whatever its declared length.
 * @throws DomainError payload_too_large
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new DomainError('payload_too_large');
  if (request.body === null) return EMPTY;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > limit) throw new DomainError('payload_too_large');
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

/**
 * JSON out of a body. A browser sends `application/json` across origins only after asking, which we never allow.
 * @throws DomainError unsupported_media or invalid_input
 */
export function parseJson(bytes: Uint8Array, contentType: string | null): unknown {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) throw new DomainError('unsupported_media');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('invalid_input', 'the body is not JSON');
  }
}
