import { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { BlobStore } from './BlobStore';

/** A store in a folder. Another of flydrive's drivers (S3) put in its place changes nothing else. */
export function createFolderBlobStore(folder: string): BlobStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    async put(key, bytes, contentType) {
      await disk.put(key, bytes, { contentType, contentLength: bytes.byteLength });
    },
    async read(key) {
      if (!(await disk.exists(key))) return null;
      return Readable.toWeb(await disk.getStream(key)) as ReadableStream<Uint8Array>;
    },
    async remove(key) {
      await disk.delete(key);
    },
  };
}
