'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemWords } from '@/lib/useProblemWords';
import { makeChange } from '../lib/makeChange';
import { linkPath } from '../lib/resource';
import { refreshSharing } from './refreshSharing';
import { type PendingChange, useShare } from './shareContext';

/** Makes the change that was looked at, says so, and reads anew what is shown. */
export function useMakeChange() {
  const t = useTranslations('sharing.made');
  const words = useProblemWords();
  const queries = useQueryClient();
  const { resource, consider, tell, setAddress } = useShare();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const make = async (pending: PendingChange) => {
    if (isSending) return;
    setSending(true);
    setFailure(undefined);
    try {
      const token = await makeChange(resource, pending);
      if (token !== null) setAddress(new URL(linkPath(resource, token), location.origin).href);
      else if (pending.change.change === 'unlink') setAddress(null);
      await refreshSharing(queries);
      tell(t(pending.change.change, { name: pending.name ?? '' }));
      consider(null);
    } catch (error) {
      const { title, text } = words(error);
      setFailure(`${title}. ${text}`);
    } finally {
      setSending(false);
    }
  };
  return { make, isSending, failure };
}
