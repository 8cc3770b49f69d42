'use client';

import { useInvalidation } from '@/lib/reads/useInvalidation';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';

const KEY = apiKey('GET /notifications/unread');

/** How many notifications were not read, kept true by live events; 0 until it is known. */
export function useUnreadNotifications(meId: string): number {
  const { data } = useApiQuery('GET /notifications/unread', {});
  useInvalidation({ of: 'notifications' }, KEY, meId);
  return data?.count ?? 0;
}
