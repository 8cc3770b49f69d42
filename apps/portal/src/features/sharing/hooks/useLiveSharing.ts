'use client';

import { useMe } from '@/features/shell';
import { useInvalidation } from '@/lib/reads/useInvalidation';
import { SHARING_READS } from './refreshSharing';

/** Keeps an open Share dialog true while others change the same: what is shown, and what a change would do. */
export function useLiveSharing(spaceId: string): void {
  const { id } = useMe();
  const read = { of: 'sharing', spaceId } as const;
  const [sharing, grants, people, requests] = SHARING_READS;
  useInvalidation(read, [sharing], id);
  useInvalidation(read, [grants], id);
  useInvalidation(read, [people], id);
  useInvalidation(read, [requests], id);
  useInvalidation(read, ['POST /access/{resourceType}/{resourceId}/preview'], id);
}
