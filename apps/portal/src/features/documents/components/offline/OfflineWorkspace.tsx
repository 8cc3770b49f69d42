'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Announcer } from '@hemicycle/ui/Announcer';
import { Toaster } from '@hemicycle/ui/Toaster';
import { useEffect } from 'react';
import { applyLook } from '@/lib/applyLook';
import { leaveOnSignOut } from '@/lib/offline/signOutNews';
import { QueryProvider } from '@/lib/QueryProvider';
import { storedLook } from '@/lib/storedLook';
import { useKeptCopies } from '../../hooks/useKeptCopies';
import { DocumentSkeleton } from '../DocumentSkeleton';
import { KeptDocument } from './KeptDocument';
import { KeptList } from './KeptList';

/**
 * The workspace as far as this device holds it, for when no page comes from the server: the document of the address
 * from its copy, else the list of copies. Asks nobody who is signed in, and shows the last account's copies only.
 */
export function OfflineWorkspace() {
  useEffect(() => {
    applyLook(storedLook());
  }, []);
  useEffect(leaveOnSignOut, []);
  return (
    <QueryProvider>
      <Announcer>
        <Toaster>
          <View />
        </Toaster>
      </Announcer>
    </QueryProvider>
  );
}

function View() {
  const t = useTranslations('documents');
  const kept = useKeptCopies();
  if (kept === null) return <DocumentSkeleton label={t('loading')} />;
  const { account, copies } = kept;
  const asked = /^\/documents\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
  const copy = copies.find(({ documentId, syncedAt }) => documentId === asked && syncedAt !== null);
  if (account && copy) return <KeptDocument copy={copy} account={account} />;
  return <KeptList copies={copies} isMissing={asked !== undefined} />;
}
