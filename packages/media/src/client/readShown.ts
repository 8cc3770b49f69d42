import type { ShownDocument } from './callTypes';

/** The document shown to everyone, from the room's metadata, which only our server writes. */
export function readShown(metadata: string | undefined): ShownDocument | null {
  if (!metadata) return null;
  try {
    const value: unknown = JSON.parse(metadata);
    if (typeof value !== 'object' || value === null) return null;
    const { documentId, userId } = value as Partial<Record<string, unknown>>;
    return typeof documentId === 'string' && typeof userId === 'string' ? { documentId, userId } : null;
  } catch {
    return null;
  }
}
