import { api } from '@/lib/api';
import type { Resource } from './resource';

/** Whether the reader may see it now. */
export async function isReadable({ resourceType, resourceId }: Resource): Promise<boolean> {
  try {
    if (resourceType === 'space') await api('GET /spaces/{spaceId}', { params: { spaceId: resourceId } });
    else await api('GET /documents/{documentId}', { params: { documentId: resourceId } });
    return true;
  } catch {
    return false;
  }
}
