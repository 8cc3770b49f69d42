import type { CopyState, DocumentStatus } from '@hemicycle/collab/provider';

/** What an editor says: `kept` and `keeping` are kinds of `unsaved`, for edits that are on this device's disk. */
export type ShownStatus = DocumentStatus | 'kept' | 'keeping';

/** @param copy how far the device's own copy is; null when there is none */
export function shownStatus(status: DocumentStatus, copy: CopyState | null): ShownStatus {
  if (status !== 'unsaved' || copy === null || copy === 'failed') return status;
  return copy;
}
