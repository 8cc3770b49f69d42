'use client';

import type { RouteBody } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';

/** Says what was read. The event that follows brings the list, here and on the person's other devices. */
export function useReadNotifications(): (what: RouteBody<'POST /notifications/read'>) => void {
  const queries = useQueryClient();
  const toast = useToast();
  const words = useProblemWords();
  const t = useTranslations('shell');
  return (what) => {
    api('POST /notifications/read', { body: what }).then(
      (unread) => queries.setQueryData(apiKey('GET /notifications/unread'), unread),
      (error: unknown) => toast({ message: t('saveFailed', { reason: words(error).title }), tone: 'danger' }),
    );
  };
}
