const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const OWN_IMAGE = new RegExp(`^/api/v1/documents/(${UUID})/images/(${UUID})$`);

/**
 * The document and image an image's address names, or null when it is not an address of our own image store. Nothing
 * else is ever put into an `src`: a document must not make its readers' browsers call anyone else's server.
 */
export function imagePath(src: unknown): { documentId: string; imageId: string } | null {
  const match = typeof src === 'string' ? OWN_IMAGE.exec(src) : null;
  return match?.[1] && match[2] ? { documentId: match[1], imageId: match[2] } : null;
}
