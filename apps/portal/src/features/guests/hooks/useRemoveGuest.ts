'use client';

import type { GuestAccount } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { listKey } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';

/** Ends a guest at once; inviting them again is the way back. */
export function useRemoveGuest(): {
  remove: (guest: GuestAccount) => Promise<void>;
  /** Whose removal runs. */
  removing: string | null;
} {
  const t = useTranslations('guests.list');
  const queries = useQueryClient();
  const toast = useToast();
  const announce = useAnnounce();
  const words = useProblemWords();
  const [removing, setRemoving] = useState<string | null>(null);
  return {
    removing,
    async remove({ person }) {
      setRemoving(person.id);
      try {
        await api('DELETE /guests/{userId}', { params: { userId: person.id } });
        announce(t('removed', { name: person.name }));
        await queries.invalidateQueries({ queryKey: listKey('GET /guests', {}) });
      } catch (error) {
        toast({ message: words(error).title, tone: 'danger' });
      }
      setRemoving(null);
    },
  };
}
