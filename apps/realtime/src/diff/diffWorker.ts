import { parentPort } from 'node:worker_threads';
import { MalformedError, readStateVector } from '@hemicycle/collab/protocol';
import { UpdateIndex } from '../protocol/UpdateIndex';
import type { DiffResult, DiffTask } from './messages';

/** Of the last base: people who return together, as after a restart, return to the same document. */
let index: UpdateIndex | null = null;

function run({ base, vectors }: DiffTask): DiffResult {
  try {
    if (base) {
      index = null;
      index = new UpdateIndex(base);
    }
    const known = index;
    return known && vectors.map((vector) => known.beyond(readStateVector(vector)));
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return null;
  }
}

parentPort?.on('message', (task: DiffTask) => parentPort?.postMessage(run(task)));
