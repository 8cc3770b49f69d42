import type { StoredImage } from '@hemicycle/core';

/**
 * Serves bytes that somebody uploaded: under the type we found in them and no other, unable to run anything even when
 * opened by itself. The browser may keep them, but asks each time, since rights may have gone; an image never changes
 * under its id, so the answer is then short.
 */
export async function imageResponse(
  imageId: string,
  image: StoredImage,
  request: Headers,
): Promise<Response> {
  const etag = `"${imageId}"`;
  const headers = new Headers({
    'cache-control': 'private, no-cache',
    etag,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  if (request.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  headers.set('content-type', image.contentType);
  headers.set('content-length', String(image.bytes));
  headers.set('content-disposition', 'inline');
  return new Response(await image.open(), { headers });
}
