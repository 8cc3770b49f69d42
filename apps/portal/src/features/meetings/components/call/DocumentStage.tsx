'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { ShownDocument } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { IconButton } from '@hemicycle/ui/IconButton';
import { MonitorUp, MonitorX } from '@hemicycle/ui/icons';
import { useToast } from '@hemicycle/ui/Toaster';
import { useState } from 'react';
import { DocumentPanel } from '@/features/documents';
import { useMe } from '@/features/shell';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useCall } from './callContext';

export interface DocumentStageProps {
  readonly documentId: string;
  readonly shown: ShownDocument | null;
  readonly onClose: () => void;
}

/** The document in the light or dark its reader writes in everywhere; the meeting round it stays dark. */
export function DocumentStage({ documentId, shown, onClose }: DocumentStageProps) {
  const { preferences } = useMe();
  return (
    <section
      style={{ colorScheme: preferences.theme === 'system' ? 'light dark' : preferences.theme }}
      className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden rounded-l bg-surface text-ink"
    >
      <DocumentPanel
        documentId={documentId}
        onClose={onClose}
        actions={<ShowToEveryone documentId={documentId} isShown={shown?.documentId === documentId} />}
      />
    </section>
  );
}

function ShowToEveryone({ documentId, isShown }: { readonly documentId: string; readonly isShown: boolean }) {
  const t = useTranslations('meeting');
  const { room } = useCall();
  const toast = useToast();
  const problemWords = useProblemWords();
  const narrow = useIsNarrow();
  const [pending, setPending] = useState(false);
  if (!room.abilities.presentDocument) return null;
  const change = async () => {
    setPending(true);
    try {
      await api('PUT /rooms/{roomId}/document', {
        params: { roomId: room.id },
        body: { documentId: isShown ? null : documentId },
      });
    } catch (error) {
      toast({ message: problemWords(error).title, tone: 'danger' });
    }
    setPending(false);
  };
  const words = t(isShown ? 'document.stopShowing' : 'document.show');
  const look = {
    size: 's' as const,
    isPending: pending,
    icon: isShown ? <MonitorX /> : <MonitorUp />,
    onPress: () => void change(),
  };
  return narrow ? <IconButton {...look} label={words} /> : <Button {...look}>{words}</Button>;
}
