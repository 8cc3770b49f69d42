'use client';

import type { CopyRecord } from '@hemicycle/collab/offline';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useEffect, useRef } from 'react';
import { useEvents } from '@/lib/events/useEvents';
import { registerWorker } from '@/lib/offline/registerWorker';
import { leaveOnSignOut } from '@/lib/offline/signOutNews';
import { loadSignOutDialog } from '../loadSignOutDialog';
import { useMe } from './MeProvider';

/** Looks after what this device keeps for times without a network. Shows nothing; its code comes after the page. */
export function KeepOffline(): null {
  const t = useTranslations('shell');
  const toast = useToast();
  const { id, name, hue, preferences } = useMe();
  const tellLost = useRef((_lost: readonly CopyRecord[]) => {});
  useEffect(() => {
    tellLost.current = (lost) => {
      for (const { title } of lost) toast({ tone: 'danger', message: t('copyLost', { title }) });
    };
  });
  useEffect(registerWorker, []);
  useEffect(leaveOnSignOut, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page without a network is kept in this look
  useEffect(() => {
    import('@/lib/offline/tendCopies')
      .then(({ tendCopies }) => tendCopies({ id, name, hue }, () => void loadSignOutDialog()))
      .then((lost) => tellLost.current(lost))
      // A browser that keeps nothing, or a new build: the next page tries again.
      .catch(() => undefined);
  }, [id, name, hue, preferences]);
  useEvents(['access.changed'], ({ userId }) => {
    if (userId !== id) return;
    import('@/lib/offline/tendCopies')
      .then(({ checkCopies }) => checkCopies(id))
      .then((lost) => tellLost.current(lost))
      .catch(() => undefined);
  });
  return null;
}
