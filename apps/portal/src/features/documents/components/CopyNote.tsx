'use client';

import { CopyStore, removeCopies } from '@hemicycle/collab/offline';
import { useTranslations } from '@hemicycle/i18n/client';
import { useEffect, useState } from 'react';

export interface CopyOf {
  readonly accountId: string;
  readonly documentId: string;
}

/** Who may not see a document may not keep it: its copy on this device goes, and what goes with it is told. */
export function RemovedCopy({ accountId, documentId }: CopyOf) {
  const t = useTranslations('documents.copy');
  const [removed, setRemoved] = useState<'removed' | 'removedUnsaved' | null>(null);
  useEffect(() => {
    removeCopies(accountId, documentId).then(
      (copies) => {
        if (copies.length > 0) {
          setRemoved(copies.some(({ unsaved }) => unsaved) ? 'removedUnsaved' : 'removed');
        }
      },
      () => undefined, // a browser that keeps nothing
    );
  }, [accountId, documentId]);
  return removed && <span className="mt-2 block font-medium">{t(removed)}</span>;
}

/** A session that ended takes nothing away: what was not stored waits for the same person. */
export function WaitingCopy({ accountId, documentId }: CopyOf) {
  const t = useTranslations('documents.copy');
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    CopyStore.use((store) => store.list(accountId)).then(
      (copies) => setWaiting(copies.some((copy) => copy.documentId === documentId && copy.unsaved)),
      () => undefined,
    );
  }, [accountId, documentId]);
  return waiting && <span className="mt-2 block font-medium">{t('waiting')}</span>;
}
