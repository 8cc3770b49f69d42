export type { BlobStore } from './BlobStore';
export { createFolderBlobStore } from './createFolderBlobStore';
