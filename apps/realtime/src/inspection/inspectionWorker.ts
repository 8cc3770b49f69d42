import { parentPort } from 'node:worker_threads';
import { MalformedError } from '@hemicycle/collab/protocol';
import { type ScannedUpdate, scanUpdate } from '../protocol/scanUpdate';

export type InspectionResult = { readonly scanned: ScannedUpdate } | { readonly malformed: string };

function inspect(update: Uint8Array): InspectionResult {
  try {
    return { scanned: scanUpdate(update) };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return { malformed: error.message };
  }
}

parentPort?.on('message', (update: Uint8Array) => parentPort?.postMessage(inspect(update)));
