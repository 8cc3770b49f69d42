'use client';

import type { Page, WaitingRequest } from '@hemicycle/contracts';
import { useMe } from '@/features/shell';
import { useInvalidation } from '@/lib/reads/useInvalidation';
import { listKey, type ShownList, useSeededList } from '@/lib/reads/useSeededList';

const ROUTE = 'GET /access/requests';

/** What waits for an answer of mine, kept true by events. */
export function useWaitingRequests(initial: Page<WaitingRequest>): ShownList<WaitingRequest> {
  const me = useMe();
  const list = useSeededList<WaitingRequest>({ route: ROUTE, input: {}, initial });
  useInvalidation({ of: 'requests' }, listKey(ROUTE, {}), me.id);
  return list;
}
