'use client';

import type { GuestAccount } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '@/lib/ApiProblem';
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
        // The page asks to sign in again by itself.
        const isAsked = error instanceof ApiProblem && error.code === 'step_up_required';
        if (!isAsked) toast({ message: words(error).title, tone: 'danger' });
      }
      setRemoving(null);
    },
  };
}
