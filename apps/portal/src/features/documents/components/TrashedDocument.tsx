'use client';

import type { Document } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { ArchiveRestore, Trash2 } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { useToast } from '@hemicycle/ui/Toaster';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

export interface TrashedDocumentProps {
  readonly document: Document;
  readonly onRestored: () => void;
  readonly level: 1 | 2;
}

/** A document in the trash is not shown, it is offered back. */
export function TrashedDocument({ document, onRestored, level }: TrashedDocumentProps) {
  const t = useTranslations('documents.trashed');
  const toast = useToast();
  const problemWords = useProblemWords();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    try {
      await api('POST /documents/{documentId}/restore', { params: { documentId: document.id } });
      onRestored();
    } catch (error) {
      toast({ tone: 'danger', message: problemWords(error).text });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-1 flex-col justify-center">
      <ErrorState
        level={level}
        title={t('title', { title: document.title })}
        icon={<Trash2 />}
        action={
          <>
            {document.abilities.restore && (
              <Button
                variant="primary"
                icon={<ArchiveRestore />}
                isPending={busy}
                onPress={() => void restore()}
              >
                {t('restore')}
              </Button>
            )}
            {level === 1 && (
              <Link href={`/spaces/${document.spaceId}/documents`} className={buttonClass()}>
                {t('toSpace', { space: document.spaceName })}
              </Link>
            )}
          </>
        }
      >
        {t('text')}
        {document.trashedAt && (
          <span className="mt-1 block text-sm text-ink-3">
            <RelativeTime at={document.trashedAt} />
          </span>
        )}
      </ErrorState>
    </div>
  );
}
