import { resolve } from 'node:path';
import { type EnvSource, readVariables } from './readVariables';
import { nonEmpty } from './schemas';

const variables = {
  BLOBS_PATH: {
    schema: nonEmpty.default('.data/blobs'),
    purpose: 'the folder uploaded files are kept in',
    example: '/var/lib/hemicycle/blobs',
  },
};

export interface BlobEnv {
  /** Absolute folder. */
  readonly path: string;
}

/** @throws EnvError */
export function blobEnv(source: EnvSource = process.env): BlobEnv {
  return { path: resolve(readVariables('file store', variables, source).BLOBS_PATH) };
}
