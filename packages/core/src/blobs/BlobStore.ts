/**
 * Keeps bytes under a key. Keys are made by us (`<area>/<uuid>/<uuid>`), never from what a person typed. Nothing is
 * served from the store directly: whoever reads a blob has asked `policies` first.
 */
export interface BlobStore {
  /** Whole or not at all, as far as the store can promise; an existing key is overwritten. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The bytes as a stream, or null when there is nothing under the key. */
  read(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}
