'use client';

import type { Preferences } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useMe } from '@/features/shell';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';

/** Changes the account's look: shown at once, saved behind, put back with a word when saving fails. */
export function useSavePreferences(): (change: Partial<Preferences>) => void {
  const me = useMe();
  const queries = useQueryClient();
  const toast = useToast();
  const words = useProblemWords();
  const t = useTranslations('shell');
  const key = apiKey('GET /me');
  return (change) => {
    const before = me;
    queries.setQueryData(key, { ...me, preferences: { ...me.preferences, ...change } });
    api('PATCH /me', { body: change }).then(
      (saved) => queries.setQueryData(key, saved),
      (error: unknown) => {
        queries.setQueryData(key, before);
        toast({ message: t('saveFailed', { reason: words(error).title }), tone: 'danger' });
      },
    );
  };
}
