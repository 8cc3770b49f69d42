import type { QueryClient } from '@tanstack/react-query';

/** Every read of sharing, by the route its key begins with. */
export const SHARING_READS = [
  'GET /access/{resourceType}/{resourceId}',
  'GET /access/{resourceType}/{resourceId}/grants',
  'GET /access/{resourceType}/{resourceId}/people',
  'GET /access/{resourceType}/{resourceId}/requests',
] as const;

/** Reads anew what is shown of any sharing, after a change. */
export async function refreshSharing(queries: QueryClient): Promise<void> {
  await Promise.all([
    ...SHARING_READS.map((route) => queries.invalidateQueries({ queryKey: [route] })),
    queries.invalidateQueries({ queryKey: ['GET /access/requests'] }),
  ]);
}

/** What is remembered from an earlier look is old: nobody heard the events while none of it was shown. */
export function outdateSharing(queries: QueryClient): void {
  for (const route of SHARING_READS) {
    void queries.invalidateQueries({ queryKey: [route], refetchType: 'none' });
  }
}
