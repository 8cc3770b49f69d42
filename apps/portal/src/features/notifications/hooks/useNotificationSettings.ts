'use client';

import type { NotificationSettings } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';

const KEY = apiKey('GET /notifications/settings');

/** How I want to be told; a change is shown at once, saved behind, and put back with a word when saving fails. */
export function useNotificationSettings(
  initial: NotificationSettings,
): [NotificationSettings, (change: Partial<NotificationSettings>) => void] {
  const queries = useQueryClient();
  const toast = useToast();
  const words = useProblemWords();
  const t = useTranslations('shell');
  const { data } = useApiQuery('GET /notifications/settings', {}, { initialData: initial });
  const settings = data ?? initial;
  const change = (changes: Partial<NotificationSettings>) => {
    // Whoever sets an hour means that of the clock before them.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const wanted = { ...settings, timeZone: timeZone || settings.timeZone, ...changes };
    queries.setQueryData(KEY, wanted);
    api('PUT /notifications/settings', { body: wanted }).then(
      (saved) => queries.setQueryData(KEY, saved),
      (error: unknown) => {
        queries.setQueryData(KEY, settings);
        toast({ message: t('saveFailed', { reason: words(error).title }), tone: 'danger' });
      },
    );
  };
  return [settings, change];
}
