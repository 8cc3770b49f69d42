'use client';

import { useInvalidation } from '@/lib/reads/useInvalidation';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';

const KEY = apiKey('GET /notifications/unread');
const LIST = ['GET /notifications'] as const;

/** How many notifications were not read, kept true by live events; 0 until it is known. */
export function useUnreadNotifications(meId: string): number {
  const { data } = useApiQuery('GET /notifications/unread', {});
  useInvalidation({ of: 'notifications' }, KEY, meId);
  // The list is put away with its panel: opened again, it must not show what was.
  useInvalidation({ of: 'notifications' }, LIST, meId);
  return data?.count ?? 0;
}
